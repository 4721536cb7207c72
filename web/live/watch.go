package live

import (
	"context"
	"crypto/sha256"
	"io"
	"maps"
	"os"
	"time"

	"proxynet/network/file"
)

// pollTime is how often files are looked at. Polling sees what every editor, disk
// and network drive does.
const pollTime = 200 * time.Millisecond

// readEach is how much of a file may be read at each look, in bytes: a larger one
// is read every so many looks, unless its time or size has changed.
const readEach = 1 << 20

// stamp tells two states of a file apart.
type stamp struct {
	modified time.Time
	size     int64
	sum      [sha256.Size]byte // of its content: an edit may change neither time nor size
}

// watch is what was seen of files.
type watch struct {
	looks int
	last  map[string]stamp
}

// stamps looks at files. One that can't be read, or is not a regular file, has the
// zero stamp.
func (w *watch) stamps(paths []string) map[string]stamp {
	w.looks++
	seen := make(map[string]stamp, len(paths))
	for _, path := range paths {
		seen[path] = w.stamp(path)
	}
	w.last = seen
	return seen
}

func (w *watch) stamp(path string) stamp {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return stamp{}
	}
	now := stamp{modified: info.ModTime(), size: info.Size()}
	last, known := w.last[path]
	due := w.looks%int(1+now.size/readEach) == 0
	if known && !due && last.modified.Equal(now.modified) && last.size == now.size {
		return last
	}
	f, err := file.OpenRegular(path)
	if err != nil {
		return stamp{}
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return stamp{}
	}
	now.sum = [sha256.Size]byte(sum.Sum(nil))
	return now
}

// await returns when a file is no longer as it was seen, and has stopped changing;
// or when ctx is done, and then false.
func (w *watch) await(ctx context.Context, seen map[string]stamp, paths []string) bool {
	tick := time.NewTicker(pollTime)
	defer tick.Stop()
	last := seen
	for {
		select {
		case <-ctx.Done():
			return false
		case <-tick.C:
		}
		now := w.stamps(paths)
		if maps.Equal(now, last) && !maps.Equal(now, seen) {
			return true
		}
		last = now
	}
}
