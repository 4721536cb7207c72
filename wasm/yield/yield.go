//go:build js

// Package yield lets the browser run during long work.
package yield

import "time"

// slice is the time after which a program yields: including the rest of a task, it
// stays below 50 ms, from which on pages feel slow.
const slice = 25 * time.Millisecond

// Func returns a function to call often during long work. It returns at once or, when a
// slice of time has passed, after the browser has run.
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

// Now returns after the browser has run.
func Now() {
	time.Sleep(time.Millisecond) // less is over before the scheduler would give way
}
