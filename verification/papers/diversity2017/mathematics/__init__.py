"""The paper's quantities: the discrepancy of units, the regulariser, the kernel's spectrum, the matrix D."""
