package live

import (
	"context"
	"maps"
	"os"
	"time"
)

// pollTime is how often files are looked at. Polling sees what every editor, disk
// and network drive does; a few calls of stat cost nothing.
const pollTime = 200 * time.Millisecond

// stamp is what tells two states of a file apart without reading it.
type stamp struct {
	modified time.Time
	size     int64
	there    bool
}

// stamps looks at files.
func stamps(paths []string) map[string]stamp {
	seen := make(map[string]stamp, len(paths))
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil {
			seen[path] = stamp{info.ModTime(), info.Size(), true}
		} else {
			seen[path] = stamp{}
		}
	}
	return seen
}

// await returns when a file is no longer as it was seen, and has stopped changing;
// or when ctx is done, and then false.
func await(ctx context.Context, seen map[string]stamp, paths []string) bool {
	tick := time.NewTicker(pollTime)
	defer tick.Stop()
	last := seen
	for {
		select {
		case <-ctx.Done():
			return false
		case <-tick.C:
		}
		now := stamps(paths)
		if maps.Equal(now, last) && !maps.Equal(now, seen) {
			return true
		}
		last = now
	}
}
