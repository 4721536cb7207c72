// Command proxynet checks, exports, builds and serves the network that an
// article describes, with the passages that say so.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"proxynet/network"
	"proxynet/network/file"
)

// Exit statuses.
const (
	exitDone  = 0
	exitFault = 1 // what was asked for could not be done, or the files have faults
	exitUsage = 2 // it was not asked for rightly
)

// verb is one thing that the command can do.
type verb struct {
	name string
	help string // one line
	run  func(c *call) int
}

var verbs = []verb{
	{"check", "check a network file and its quotes", check},
	{"export", "print a network in another format", export},
}

// call is one run of a verb: its flags, and where it writes.
type call struct {
	flags          *flag.FlagSet
	args           []string
	stdout, stderr io.Writer
}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run does what the arguments say and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		usage(stderr)
		return exitUsage
	}
	name := args[0]
	if name == "-h" || name == "-help" || name == "--help" || name == "help" {
		usage(stdout)
		return exitDone
	}
	for _, v := range verbs {
		if v.name == name {
			flags := flag.NewFlagSet(name, flag.ContinueOnError)
			flags.SetOutput(io.Discard) // parse tells it in its own way
			flags.Usage = func() {
				fmt.Fprintf(flags.Output(), "usage: proxynet %s [flags]\n%s\n\n", v.name, v.help)
				flags.PrintDefaults()
			}
			return v.run(&call{flags, args[1:], stdout, stderr})
		}
	}
	fmt.Fprintf(stderr, "proxynet: unknown verb %q\n", name)
	usage(stderr)
	return exitUsage
}

func usage(w io.Writer) {
	fmt.Fprint(w, "usage: proxynet VERB [flags]\n\nThe verbs are:\n")
	for _, v := range verbs {
		fmt.Fprintf(w, "  %-8s %s\n", v.name, v.help)
	}
	fmt.Fprint(w, "\n“proxynet VERB -h” tells a verb’s flags.\n")
}

// parse reads the flags of a verb that takes nothing else. Where it returns
// false, the verb ends with the exit status.
func (c *call) parse() (status int, ok bool) {
	err := c.flags.Parse(c.args)
	if errors.Is(err, flag.ErrHelp) {
		c.flags.SetOutput(c.stdout)
		c.flags.Usage()
		return exitDone, false
	}
	if err == nil && c.flags.NArg() > 0 {
		err = fmt.Errorf("unexpected %q: every file is named by a flag", c.flags.Arg(0))
	}
	if err != nil {
		return c.misused(err), false
	}
	return exitDone, true
}

// misused reports that the verb was not asked for rightly.
func (c *call) misused(err error) int {
	fmt.Fprintf(c.stderr, "proxynet %s: %v\n“proxynet %[1]s -h” tells its flags.\n", c.flags.Name(), err)
	return exitUsage
}

// end reports how the verb's work ended.
func (c *call) end(err error) int {
	if err != nil {
		fmt.Fprintln(c.stderr, err)
		return exitFault
	}
	return exitDone
}

// networkFlag adds the flag that names the author's file.
func (c *call) networkFlag() *string {
	return c.flags.String("network", "", "the network's `file`; without it, the shipped network")
}

func check(c *call) int {
	path := c.networkFlag()
	article := c.flags.String("article", "", "the `file` with the article's text, a paragraph a line; without it, quotes are not checked")
	if status, ok := c.parse(); !ok {
		return status
	}
	return c.end(file.Check(c.stdout, *path, *article))
}

func export(c *call) int {
	path := c.networkFlag()
	format := c.flags.String("format", "json", "the `format`: json")
	out := c.flags.String("o", "", "the `file` to write; without it, standard output")
	if status, ok := c.parse(); !ok {
		return status
	}
	if *format != "json" {
		return c.misused(fmt.Errorf("unknown format %q: write json", *format))
	}
	n, err := file.Load(*path)
	if err != nil {
		return c.end(err)
	}
	data, err := network.Encode(n)
	if err == nil && *out != "" {
		err = file.Write(*out, data)
	} else if err == nil {
		_, err = c.stdout.Write(data)
	}
	return c.end(err)
}
