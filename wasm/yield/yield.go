//go:build js

// Package yield lets the browser run while a program works long.
package yield

import "time"

// slice is how long a program works before it gives way: with what comes after,
// less than the 50 ms from which people feel that a page hangs.
const slice = 25 * time.Millisecond

// Func returns a function to be called often while work goes on. It returns at
// once, or, when a slice of time has passed, after the browser's turn.
func Func() func() {
	begun, calls := time.Now(), 0
	return func() {
		if calls++; calls%16 != 0 || time.Since(begun) < slice {
			return
		}
		Now()
		begun = time.Now()
	}
}

// Now returns after the browser's turn.
func Now() {
	time.Sleep(time.Millisecond) // less is over before the scheduler would give way
}
