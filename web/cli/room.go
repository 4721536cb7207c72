package cli

import (
	"os"
	"runtime/debug"
)

// perByte is the memory in bytes that building a site takes for each byte of a large
// network's file.
const perByte = 50

// makeRoom raises the soft limit of memory for building the network in a file: near the
// limit, most of the time goes to collecting garbage. $GOMEMLIMIT sets another limit.
func makeRoom(path string) {
	info, err := os.Stat(path)
	if err != nil || info.IsDir() || os.Getenv("GOMEMLIMIT") != "" {
		return // reading the file reports what is wrong with it
	}
	limit := debug.SetMemoryLimit(-1)
	debug.SetMemoryLimit(limit + perByte*min(info.Size(), mostBytes))
}
