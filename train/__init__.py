"""How the language model that whence ships is made, from development data to weights.

Read `recipe.py` first: it holds every choice. Then `__main__.py`, which holds the steps.
"""
