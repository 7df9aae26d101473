"""How the entailment model is made, from data to weights; `python -m train.entail`."""
