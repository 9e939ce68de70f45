"""What the answers mean: questions, values, conditions, findings and the readings made of them."""
