//go:build js

package main

import (
	"math"
	"runtime"
	"runtime/debug"
)

// memory decides when garbage is collected. WebAssembly never returns memory, and phones
// kill pages that use much of it. But a collection runs in one task, which takes some
// milliseconds for each megabyte that is in use, and there is little garbage: a start
// leaves about half as much as it keeps, and frames reuse what they need.
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

// postpone lets garbage be until the first picture, unless there is very much.
func postpone() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(startLimit)
}

// grow gives up the limit, near which garbage would be collected all the time, once so much of
// the file was read that its network takes more.
func (m *memory) grow(read int) {
	if !m.settled && read > largest {
		m.settled = true
		debug.SetGCPercent(percentLargest)
		debug.SetMemoryLimit(math.MaxInt64)
	}
}

// settle sets what is collected from now on, when nothing changes in the picture. The
// garbage of a large network is collected when the heap would grow beyond its size after the
// start, or if less than a fifth of it is free, beyond a larger one.
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
