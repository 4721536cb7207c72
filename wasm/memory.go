//go:build js

package main

import (
	"math"
	"runtime"
	"runtime/debug"
)

// memory decides when garbage is collected. WebAssembly memory never shrinks, and phones
// kill pages that use too much of it. But a collection runs in one task, which takes
// several milliseconds for each megabyte in use, and there is little garbage: starting
// leaves about half as much as it keeps, and frames reuse their buffers.
type memory struct {
	settled     bool
	collections uint32 // by the last call of settle
	limit       uint64 // see [debug.SetMemoryLimit], 0 without one
}

const (
	startLimit = 180 << 20 // bytes up to which nothing is collected before the first picture
	small      = 24 << 20  // bytes of the whole heap up to which a collection takes less than a frame
	percent    = 100       // of growth after which garbage of a small heap is collected

	largest        = 12 << 20 // bytes of a file whose picture can be made within startLimit
	percentLargest = 50       // of growth after which garbage is collected with a larger file
)

// postpone turns garbage collection off until the first picture, unless the heap grows
// beyond startLimit.
func postpone() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(startLimit)
}

// grow removes the limit once more than largest bytes of the file have been read: its
// network needs more memory, and close to the limit the collector would run all the time.
func (m *memory) grow(read int) {
	if !m.settled && read > largest {
		m.settled = true
		debug.SetGCPercent(percentLargest)
		debug.SetMemoryLimit(math.MaxInt64)
	}
}

// settle sets when garbage is collected from now on. It is called while the picture is at
// rest. In a large network the limit is the size of the heap after the start, or a quarter
// more than what is in use, whichever is larger.
func (m *memory) settle() {
	if m.settled && m.limit == 0 {
		return
	}
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	switch {
	case m.settled && now.NumGC == m.collections:
		return
	case !m.settled && now.HeapSys <= small:
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(math.MaxInt64)
	default:
		m.limit = max(m.limit, now.Sys-now.HeapReleased, now.Sys-now.HeapSys+now.HeapAlloc/4*5)
		debug.SetMemoryLimit(int64(m.limit))
	}
	m.settled, m.collections = true, now.NumGC
}
