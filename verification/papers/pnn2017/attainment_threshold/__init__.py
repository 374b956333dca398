"""Above which number of target lines the Schur value is attained, and the least risk below it, as the inputs grow."""
