package metrics

import (
	"fmt"
	"strconv"
)

// pathSteps is the number of segments for a curve.
const pathSteps = 12

// flatten returns the points of path data with the commands M, L, H, V, Q, C and
// Z, absolute or relative.
func flatten(d string) ([]Point, error) {
	s := scanner{text: d}
	var points []Point
	var at Point
	var command byte
	for {
		if c, ok := s.command(); ok {
			command = c
		} else if s.done() {
			return points, s.err
		}
		relative := command >= 'a'
		point := func() Point {
			q := Point{s.number(), s.number()}
			if relative {
				q.X, q.Y = q.X+at.X, q.Y+at.Y
			}
			return q
		}
		switch command &^ 0x20 {
		case 'M', 'L':
			at = point()
			points = append(points, at)
			if command&^0x20 == 'M' {
				command ^= 'M' ^ 'L'
			}
		case 'H', 'V':
			v := s.number()
			switch {
			case command == 'h':
				at.X += v
			case command == 'H':
				at.X = v
			case command == 'v':
				at.Y += v
			default:
				at.Y = v
			}
			points = append(points, at)
		case 'Q':
			b, c := point(), point()
			for k := 1; k <= pathSteps; k++ {
				t := float64(k) / pathSteps
				points = append(points, mix(mix(at, b, t), mix(b, c, t), t))
			}
			at = c
		case 'C':
			b, c, e := point(), point(), point()
			for k := 1; k <= pathSteps; k++ {
				t := float64(k) / pathSteps
				f := mix(b, c, t)
				points = append(points, mix(mix(mix(at, b, t), f, t), mix(f, mix(c, e, t), t), t))
			}
			at = e
		case 'Z':
			command = 'L'
		default:
			return nil, fmt.Errorf("d=%q: the command %q isn't of the simple form", d, command)
		}
		if s.err != nil {
			return nil, fmt.Errorf("d=%q: %w", d, s.err)
		}
	}
}

func mix(a, b Point, t float64) Point { return Point{a.X + (b.X-a.X)*t, a.Y + (b.Y-a.Y)*t} }

// scanner reads path data.
type scanner struct {
	text string
	at   int
	err  error
}

func (s *scanner) skip() {
	for s.at < len(s.text) && (s.text[s.at] == ' ' || s.text[s.at] == ',' || s.text[s.at] == '\n' || s.text[s.at] == '\t') {
		s.at++
	}
}

func (s *scanner) done() bool { s.skip(); return s.at == len(s.text) }

func (s *scanner) command() (byte, bool) {
	if s.skip(); s.at < len(s.text) && s.text[s.at]|0x20 >= 'a' && s.text[s.at]|0x20 <= 'z' {
		s.at++
		return s.text[s.at-1], true
	}
	return 0, false
}

func (s *scanner) number() float64 {
	s.skip()
	end := s.at
	for dot := false; end < len(s.text); end++ {
		c := s.text[end]
		sign := (c == '-' || c == '+') && (end == s.at || s.text[end-1]|0x20 == 'e')
		if c == '.' && !dot {
			dot = true
		} else if !(c >= '0' && c <= '9' || sign || c|0x20 == 'e') {
			break
		}
	}
	v, err := strconv.ParseFloat(s.text[s.at:end], 64)
	if err != nil && s.err == nil {
		s.err = fmt.Errorf("no number at %d", s.at)
	}
	if end == s.at {
		end++ // continues, with an error
	}
	s.at = min(end, len(s.text))
	return v
}
