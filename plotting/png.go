package plotting

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"math"
	"strings"
	"unicode"
)

// png gives the bytes of a PNG file: with a palette, unless that could be seen.
func (f *Figure) png() ([]byte, error) {
	full, dpi, err := f.pixels()
	if err != nil {
		return nil, err
	}
	var page image.Image = full
	if small, ok := paletted(full); ok {
		page = small
	}
	var file bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed} // the default takes almost three times as long for a file a tenth smaller at best
	if err := encoder.Encode(&file, page); err != nil {
		return nil, fmt.Errorf("figure: %w", err)
	}
	return splice(file.Bytes(), f.chunks(dpi)), nil
}

// ihdrEnd is where the first chunk of a PNG file, its header, ends: after the
// signature of 8 bytes and length, type, 13 bytes of data and checksum.
const ihdrEnd = 8 + 4 + 4 + 13 + 4

// splice puts chunks after the header of a PNG file.
func splice(file, chunks []byte) []byte {
	out := make([]byte, 0, len(file)+len(chunks))
	out = append(out, file[:ihdrEnd]...)
	out = append(out, chunks...)
	return append(out, file[ihdrEnd:]...)
}

// chunks are the resolution and the texts of the figure as PNG chunks.
func (f *Figure) chunks(dpi int) []byte {
	perMetre := uint32(math.Round(float64(dpi) / 0.0254))
	var out []byte
	out = append(out, chunk("pHYs", append(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, perMetre), perMetre), 1))...)
	for _, one := range f.facts() {
		out = append(out, textChunk(one.keyword, one.text)...)
	}
	return out
}

// printable takes out control characters, which end a text chunk or may not be
// in it, except the line feed.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, s)
}

// textChunk is a plain text chunk, or an international one in UTF-8 if the text
// has letters outside ASCII.
func textChunk(keyword, value string) []byte {
	for _, r := range value {
		if r > 126 {
			return chunk("iTXt", []byte(keyword+"\x00\x00\x00\x00\x00"+strings.ToValidUTF8(value, "?")))
		}
	}
	return chunk("tEXt", []byte(keyword+"\x00"+value))
}

// chunk adds length and checksum to the data of a chunk.
func chunk(kind string, data []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	out = append(out, kind...)
	out = append(out, data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}
