package columnar

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

const (
	signature = "\x89pxnet\r\n"
	version   = 1

	rowsPerSection = 4096
	maxSection     = 64 << 20 // bytes of a section's content
)

// kind is the kind of a section.
type kind byte

const (
	headSection     kind = 'H'
	stringSection   kind = 'S'
	nodeSection     kind = 'N'
	relationSection kind = 'R'
	passageSection  kind = 'P'
	dotSection      kind = 'D'
	endSection      kind = 'E'
)

// appendSection appends a section to data.
func appendSection(data []byte, k kind, content []byte) []byte {
	data = append(data, byte(k))
	data = binary.AppendUvarint(data, uint64(len(content)))
	data = append(data, content...)
	return binary.LittleEndian.AppendUint32(data, crc32.ChecksumIEEE(content))
}

var errCut = errors.New("it is cut off; load it again")

// sectionReader reads sections one after the other.
type sectionReader struct {
	from    *bufio.Reader
	content []byte // reused
}

// begin reads the signature and the version.
func (s *sectionReader) begin() error {
	head := make([]byte, len(signature)+1)
	n, err := io.ReadFull(s.from, head)
	if n == 0 || string(head[:min(n, len(signature))]) != signature[:min(n, len(signature))] {
		if err != nil && !cut(err) {
			return err
		}
		return errors.New("it is not a network's file")
	}
	if err != nil {
		return ended(err)
	}
	if v := head[len(signature)]; v != version {
		return fmt.Errorf("it has version %d, and this program reads version %d; build the site again", v, version)
	}
	return nil
}

// next returns the next section. Its content is valid until the next call.
func (s *sectionReader) next() (kind, []byte, error) {
	k, err := s.from.ReadByte()
	if err != nil {
		return 0, nil, ended(err)
	}
	length, err := binary.ReadUvarint(s.from)
	if err != nil {
		return 0, nil, ended(err)
	}
	if length > maxSection {
		return 0, nil, fmt.Errorf("it is damaged: a section has %d bytes", length)
	}
	s.content = s.content[:0]
	const step = 64 << 10 // a length that is wrong must not take memory before the bytes are there
	for rest := int(length); rest > 0; {
		n := min(rest, step)
		at := len(s.content)
		s.content = append(s.content, make([]byte, n)...)
		if _, err := io.ReadFull(s.from, s.content[at:]); err != nil {
			return 0, nil, ended(err)
		}
		rest -= n
	}
	var sum [4]byte
	if _, err := io.ReadFull(s.from, sum[:]); err != nil {
		return 0, nil, ended(err)
	}
	if binary.LittleEndian.Uint32(sum[:]) != crc32.ChecksumIEEE(s.content) {
		return 0, nil, fmt.Errorf("it is damaged: a section %q has another checksum; load it again", k)
	}
	return kind(k), s.content, nil
}

// cut reports whether err means that the bytes ended too early.
func cut(err error) bool { return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) }

func ended(err error) error {
	if cut(err) {
		return errCut
	}
	return err
}
