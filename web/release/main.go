// Command release writes a release of proxynet into a folder: archives of the command
// for each platform with the licences of everything in it, a software bill of
// materials, the packages for npm, a build file for a container, and checksums. It
// publishes nothing.
//
// The same sources, version and commit give the same bytes in any folder. It needs
// Go, and for npm's packages Node.js with the packages of the project's tests.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"proxynet/network/file"
	"proxynet/web/site/compile"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("release: ")
	out := flag.String("o", "release", "the `folder` to write; it must be empty or absent")
	platforms := flag.String("platforms", "all", "the `platforms`, with commas between: all, host, or such as linux/amd64")
	version := flag.String("version", "", "the `version`, such as v1.2.3; without it, one made of the last tag or commit")
	commit := flag.String("commit", "", "the `commit`; without it, the one that is checked out")
	bill := flag.Bool("sbom", true, "write the software bill of materials, for which the go command fetches a tool")
	only := flag.Bool("command", false, "write nothing but the command for this platform")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *out, *platforms, *version, *commit, *only, *bill); err != nil {
		log.Fatal(err)
	}
}

// run writes a release, or only the command.
func run(ctx context.Context, out, platforms, version, commit string, only, bill bool) error {
	if flag.NArg() > 0 {
		return fmt.Errorf("unexpected %q", flag.Arg(0))
	}
	root, err := compile.Root(".")
	if err == nil && root == "" {
		err = errors.New("run this in a checkout of proxynet")
	}
	if err != nil {
		return err
	}
	s, err := newStamp(ctx, root, version, commit)
	if err != nil {
		return err
	}
	if only {
		command, err := commands(ctx, root, s, []target{host()})
		if err != nil {
			return err
		}
		name := host().executable()
		return writeFiles(out, map[string][]byte{name: command.binaries[host()]}, name)
	}
	targets, err := parseTargets(platforms)
	if err != nil {
		return err
	}
	if entries, err := os.ReadDir(out); err == nil && len(entries) > 0 {
		return fmt.Errorf("%s is not empty; remove it, or name another folder with -o", out)
	}
	c, err := commands(ctx, root, s, targets)
	if err != nil {
		return err
	}
	files, err := assemble(ctx, root, s, c)
	if err != nil {
		return err
	}
	if bill {
		if files["proxynet-"+s.version+".cdx.json"], err = sbom(ctx, root, s); err != nil {
			return err
		}
	}
	files["SHA256SUMS"] = checksums(files)
	if err := writeFiles(out, files); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Printf("%9.1f kB  %s\n", float64(len(files[name]))/1e3, filepath.Join(out, name))
	}
	return nil
}

// assemble returns the files of a release but the bill of materials and checksums.
func assemble(ctx context.Context, root string, s stamp, c built) (map[string][]byte, error) {
	files := map[string][]byte{}
	licence, err := os.ReadFile(filepath.Join(root, "LICENSE"))
	if err != nil {
		return nil, err
	}
	for _, t := range c.targets {
		name, data, err := archive(t, s, []entry{
			{"proxynet/" + t.executable(), c.binaries[t], true},
			{"proxynet/LICENSE", licence, false},
			{"proxynet/THIRD_PARTY_NOTICES.txt", c.notices, false},
		})
		if err != nil {
			return nil, err
		}
		files[name] = data
	}
	packages, err := npmPackages(ctx, root, s, c, licence)
	if err != nil {
		return nil, err
	}
	maps.Copy(files, packages)
	container, err := os.ReadFile(filepath.Join(root, "web", "release", "Containerfile"))
	if err != nil {
		return nil, err
	}
	files["Containerfile"] = []byte(strings.ReplaceAll(string(container), "VERSION", s.version))
	return files, nil
}

// writeFiles writes files into a folder, those named as executables.
func writeFiles(dir string, files map[string][]byte, executables ...string) error {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := file.Write(path, files[name]); err != nil {
			return err
		}
		if slices.Contains(executables, name) {
			if err := os.Chmod(path, 0o755); err != nil {
				return err
			}
		}
	}
	return nil
}

// host returns the platform that this program runs on.
func host() target { return target{runtime.GOOS, runtime.GOARCH} }
