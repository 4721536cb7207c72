package publish

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/viz/scene"
	"proxynet/web/site"
)

// mostLayouts is the number of networks whose layouts are kept, at most.
const mostLayouts = 2000

// layoutCache keeps the layouts of networks that this program made, in files.
type layoutCache struct {
	dir     string // its folder
	program string // hash of the program: another one may arrange a network differently
}

// userLayouts returns the cache of layouts in the user's cache folder, or nil if there
// is none.
var userLayouts = sync.OnceValue(func() *layoutCache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	path, err := os.Executable()
	if err != nil {
		return nil
	}
	program, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer program.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, program); err != nil {
		return nil
	}
	return &layoutCache{dir: filepath.Join(dir, "proxynet", "layouts"), program: fmt.Sprintf("%x", sum.Sum(nil))}
})

// keep returns the drawing of n with layouts that were kept, or what compose
// returns, whose layouts it keeps.
func (c *layoutCache) keep(n *network.Network, compose func() (*scene.LaidOutNetwork, error)) (*scene.LaidOutNetwork, error) {
	if len(n.Nodes) > scene.Boxed { // laying them out takes no longer than reading
		return compose()
	}
	name := filepath.Join(c.dir, fmt.Sprintf("%x.json", sha256.Sum256([]byte(c.program+site.Basis(n)))))
	if layouts := read(name); layouts != nil {
		now := time.Now()
		os.Chtimes(name, now, now) // see prune
		return &scene.LaidOutNetwork{Network: n, Layouts: layouts}, nil
	}
	d, err := compose()
	if err != nil {
		return nil, err
	}
	if data, err := json.Marshal(d.Layouts); err == nil && os.MkdirAll(c.dir, 0o755) == nil {
		file.Write(name, append(checksum(data), data...)) // a cache that can't be written only costs time
	}
	return d, nil
}

// read returns the layouts in a file, or nil if it is absent or damaged.
func read(name string) []scene.Layout {
	data, err := os.ReadFile(name)
	if err != nil || len(data) < sha256.Size || !bytes.Equal(data[:sha256.Size], checksum(data[sha256.Size:])) {
		return nil
	}
	var layouts []scene.Layout
	if json.Unmarshal(data[sha256.Size:], &layouts) != nil {
		return nil
	}
	return layouts
}

func checksum(data []byte) []byte {
	sum := sha256.Sum256(data)
	return sum[:]
}

// prune removes the layouts that were not used for the longest time, if there are too
// many.
func (c *layoutCache) prune() {
	entries, err := os.ReadDir(c.dir)
	if err != nil || len(entries) <= mostLayouts {
		return
	}
	var infos []fs.FileInfo
	for _, e := range entries {
		if info, err := e.Info(); err == nil {
			infos = append(infos, info)
		}
	}
	slices.SortFunc(infos, func(a, b fs.FileInfo) int {
		return cmp.Or(a.ModTime().Compare(b.ModTime()), cmp.Compare(a.Name(), b.Name()))
	})
	for _, info := range infos[:max(0, len(infos)-mostLayouts)] {
		os.Remove(filepath.Join(c.dir, info.Name()))
	}
}
