//go:build js

// Package yield lets the browser run during long work.
package yield

import "time"

// slice is the time after which a program yields: including the rest of a task, it
// stays below 50 ms, from which on pages feel slow.
const slice = 25 * time.Millisecond

// Func returns a function to call often during long work. It returns at once or, when a
// slice of time has passed, after the browser has run. It reads the clock about every
// millisecond, however long the work between calls takes.
func Func() func() {
	const often, seldom = time.Millisecond / 2, 2 * time.Millisecond
	begun := time.Now()
	looked, calls, every := begun, 0, 1
	return func() {
		if calls++; calls < every {
			return
		}
		calls = 0
		now := time.Now()
		switch since := now.Sub(looked); {
		case since < often:
			every = min(2*every, 256)
		case since > seldom:
			every = max(every/4, 1)
		}
		looked = now
		if now.Sub(begun) < slice {
			return
		}
		Now()
		begun = time.Now()
		looked = begun
	}
}

// Now returns after the browser has run.
func Now() {
	time.Sleep(time.Millisecond) // less is over before the scheduler would give way
}
