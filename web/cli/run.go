package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"proxynet/network/visible"
)

// Exit statuses.
const (
	Done    = 0
	Failure = 1 // the work failed, or the files have errors
	Usage   = 2 // usage error
)

// exits describes the exit statuses to users.
const exits = `
Exit status:
  0  success; check succeeds despite warnings, unless --strict
  1  the work failed, or the files have errors; the message says what to fix
  2  usage error
`

// Verb is a subcommand.
type Verb struct {
	Name string
	Help string // one line
	Run  func(c *Call) int
}

// Call is one run of a verb: its flags and output. Text for people goes
// through [visible.Writer], so that no file can send control sequences to a
// terminal.
type Call struct {
	flags          *flag.FlagSet
	args           []string
	stdout, stderr io.Writer // for people
	data           io.Writer // standard output, unescaped, for other programs
	terminal       bool      // standard output may be a terminal
}

// Run runs the verb that args begin with and returns the exit status, which is
// never [Done] if standard output could not be written.
func Run(verbs []Verb, args []string, stdout, stderr io.Writer) int {
	out := &checked{w: stdout}
	text, errors := visible.NewWriter(out), visible.NewWriter(stderr)
	c := Call{args: args, stdout: text, stderr: errors, data: out, terminal: isTerminal(stdout)}
	if c.terminal {
		c.data = text
	}
	status := c.run(verbs)
	text.Flush()
	errors.Flush()
	if out.err != nil && status == Done {
		fmt.Fprintf(errors, "proxynet: standard output: %v\n", out.err)
		return Failure
	}
	return status
}

// checked is a writer that keeps its first error, which fmt.Fprint's callers
// ignore.
type checked struct {
	w   io.Writer
	err error
}

func (c *checked) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	if err != nil && c.err == nil {
		c.err = err
	}
	return n, err
}

// isTerminal reports whether w may be a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// run runs the verb that the arguments begin with.
func (c *Call) run(verbs []Verb) int {
	if len(c.args) == 0 {
		usage(c.stderr, verbs)
		return Usage
	}
	name := c.args[0]
	switch name {
	case "-h", "-help", "--help", "help":
		usage(c.stdout, verbs)
		return Done
	case "-version", "--version":
		name = "version"
	}
	for _, v := range verbs {
		if v.Name == name {
			c.flags = newFlags(v)
			c.args = c.args[1:]
			return v.Run(c)
		}
	}
	fmt.Fprintf(c.stderr, "proxynet: unknown verb %q\n", name)
	usage(c.stderr, verbs)
	return Usage
}

// newFlags returns the empty flag set of a verb.
func newFlags(v Verb) *flag.FlagSet {
	flags := flag.NewFlagSet(v.Name, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // parseArgs reports errors itself
	flags.Usage = func() {
		fmt.Fprintf(flags.Output(), "usage: proxynet %s [flags]\n%s\n\n", v.Name, v.Help)
		flags.PrintDefaults()
		fmt.Fprint(flags.Output(), exits)
	}
	return flags
}

func usage(w io.Writer, verbs []Verb) {
	fmt.Fprint(w, "usage: proxynet VERB [flags]\n\nThe verbs are:\n")
	for _, v := range verbs {
		fmt.Fprintf(w, "  %-9s %s\n", v.Name, v.Help)
	}
	fmt.Fprint(w, "\nRun “proxynet VERB -h” for the flags of a verb.\n", exits)
}

// parse parses the flags of a verb that takes no other arguments, except that the
// network's file may be given without its flag. If ok is false, the verb must return
// status.
func (c *Call) parse() (status int, ok bool) {
	network := c.flags.Lookup("network")
	if network == nil {
		_, status, ok = c.parseFiles()
		return status, ok
	}
	args, status, ok := c.parseArgs(nil, true)
	switch {
	case !ok || len(args) == 0:
		return status, ok
	case len(args) > 1:
		return c.misused(fmt.Errorf("unexpected %q: name one network", args[1])), false
	case network.Value.String() != "":
		return c.misused(fmt.Errorf("unexpected %q: --network names %q", args[0], network.Value)), false
	}
	if err := network.Value.Set(args[0]); err != nil {
		return c.misused(err), false
	}
	return status, true
}

// parseFiles is parse for a verb that takes one argument for each name, before,
// between or after its flags.
func (c *Call) parseFiles(names ...string) (files []string, status int, ok bool) {
	return c.parseArgs(names, false)
}

// parseList is parseFiles for a verb that takes one or more arguments.
func (c *Call) parseList(name string) (args []string, status int, ok bool) {
	return c.parseArgs([]string{name}, true)
}

// parseArgs parses flags and arguments: one for each name, and more if isList.
func (c *Call) parseArgs(names []string, isList bool) (args []string, status int, ok bool) {
	err := c.flags.Parse(c.args)
	for err == nil && c.flags.NArg() > 0 {
		args = append(args, c.flags.Arg(0))
		err = c.flags.Parse(c.flags.Args()[1:])
	}
	switch {
	case errors.Is(err, flag.ErrHelp):
		c.flags.SetOutput(c.stdout)
		c.flags.Usage()
		return nil, Done, false
	case err != nil:
	case len(args) < len(names):
		err = fmt.Errorf("name the %s", names[len(args)])
	case isList || len(args) == len(names):
		return args, Done, true
	case len(names) == 0:
		err = fmt.Errorf("unexpected %q: name files with flags", args[0])
	default:
		err = fmt.Errorf("unexpected %q: give only the %s", args[len(names)], strings.Join(names, " and the "))
	}
	return nil, c.misused(err), false
}

// misused reports a usage error and returns [Usage].
func (c *Call) misused(err error) int {
	fmt.Fprintf(c.stderr, "proxynet %s: %v\nRun “proxynet %[1]s -h” for its flags.\n", c.flags.Name(), err)
	return Usage
}

// end reports err, if any, and returns the verb's exit status.
func (c *Call) end(err error) int {
	if err != nil {
		fmt.Fprintln(c.stderr, err)
		return Failure
	}
	return Done
}
