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

// pollTime is the interval of polling. Polling works with every editor, disk and
// network drive.
const pollTime = 200 * time.Millisecond

// readEach is how many bytes of a file may be read at each poll: a larger one is read
// at every n-th poll, unless its time or size has changed.
const readEach = 1 << 20

// stamp distinguishes two states of a file.
type stamp struct {
	modified time.Time
	size     int64
	sum      [sha256.Size]byte // of its content: an edit may change neither time nor size
}

// watch is the last known state of files.
type watch struct {
	looks int
	last  map[string]stamp
}

// stamps returns the stamps of files. A file that can't be read, or is not a regular
// file, has the zero stamp.
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

// await waits until a file has changed and has stopped changing, and returns true; if
// ctx is done first, it returns false.
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
