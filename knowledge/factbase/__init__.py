"""The facts: their schema, how they are read and checked, and the base that is made of them."""
