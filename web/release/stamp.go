package main

import (
	"context"
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// stamp identifies a release.
type stamp struct {
	version string // such as "v1.2.3"
	commit  string // full hash, "" if unknown
	time    time.Time
}

// versionForm is a semantic version (semver.org), with the v that Go's tags have.
var versionForm = regexp.MustCompile(`^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$`)

// newStamp returns the stamp for the checkout at root. The version is the tag at
// the commit, or a pseudo-version as the go command makes them; the time, which the
// entries of archives get, is the commit's. A version and commit that are given
// come first, and the time is then the earliest that a zip archive can hold.
func newStamp(ctx context.Context, root, version, commit string) (stamp, error) {
	s := stamp{version, commit, time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
	if version == "" || commit == "" {
		if err := s.ask(ctx, root); err != nil {
			return s, fmt.Errorf("%w; outside a git repository give -version and -commit", err)
		}
	}
	if !versionForm.MatchString(s.version) {
		return s, fmt.Errorf("%q is not a version such as v1.2.3", s.version)
	}
	return s, nil
}

// ask completes the stamp from git.
func (s *stamp) ask(ctx context.Context, root string) error {
	git := func(args ...string) (string, error) {
		c := exec.CommandContext(ctx, "git", args...)
		c.Dir = root
		out, err := c.Output()
		if err != nil {
			err = fmt.Errorf("git %s: %w", args[0], err)
		}
		return strings.TrimSpace(string(out)), err
	}
	last, err := git("log", "-1", "--format=%H %ct")
	if err != nil {
		return err
	}
	hash, seconds, _ := strings.Cut(last, " ")
	when, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return err
	}
	s.time = time.Unix(when, 0).UTC()
	if s.commit == "" {
		s.commit = hash
	}
	if s.version != "" {
		return nil
	}
	const digits = 12 // of a hash in a pseudo-version
	s.version = "v0.0.0-" + s.time.Format("20060102150405") + "-" + hash[:digits]
	tags, err := git("tag", "--points-at", "HEAD", "--list", "v*")
	if err != nil {
		return err
	}
	if tag, _, _ := strings.Cut(tags, "\n"); tag != "" {
		s.version = tag
	}
	changes, err := git("status", "--porcelain", "--untracked-files=no")
	if changes != "" {
		s.version += "+dirty"
	}
	return err
}
