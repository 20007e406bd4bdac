// Empty, as in Go: it lets the compiler accept functions without a body.
