"""Lines, target lines and inputs growing in proportion: the norm that bounds the bad regions."""
