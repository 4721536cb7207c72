package file

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"proxynet/network"
)

// ReviewName is the name of the file with the signatures of network.yaml. For a
// network in name.yaml it is name.review.yaml.
const ReviewName = "review.yaml"

func isReview(name string) bool {
	return name == ReviewName || strings.HasSuffix(name, "."+ReviewName)
}

// LoadFolder returns the networks of a folder, read by [LoadProved], in the order of
// their paths: those of its .yaml files, except translations and reviews, and of network.yaml in
// each folder in it.
func LoadFolder(dir string) ([]*network.Network, error) {
	entries, err := os.ReadDir(dir) // in the order of names
	if err != nil {
		return nil, err
	}
	var paths []string
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if e.IsDir() {
			path = filepath.Join(path, NetworkName)
			if _, err := os.Stat(path); err != nil {
				continue
			}
		} else if filepath.Ext(path) != ".yaml" || isReview(e.Name()) {
			continue
		}
		paths = append(paths, path)
	}
	for _, path := range slices.Clone(paths) {
		translations := translationsOf(path)
		paths = slices.DeleteFunc(paths, func(p string) bool { return slices.Contains(translations, p) })
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("%s contains no network; add one as NAME.yaml, or as NAME/%s", dir, NetworkName)
	}
	networks, errs := make([]*network.Network, len(paths)), make([]error, len(paths))
	var workers sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, path := range paths {
		free <- struct{}{}
		workers.Go(func() {
			defer func() { <-free }()
			networks[i], errs[i] = LoadProved(path)
		})
	}
	workers.Wait()
	var all Diagnostics
	for _, err := range errs {
		if diagnostics := AsDiagnostics(err); diagnostics != nil {
			all = append(all, diagnostics...)
		} else if err != nil {
			return nil, err
		}
	}
	if all != nil {
		return nil, all
	}
	return networks, nil
}
