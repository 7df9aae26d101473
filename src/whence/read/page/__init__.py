"""What a web page declares of its article, outside and inside the body."""
