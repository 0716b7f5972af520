package textfile_test

import (
	"bytes"
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario/internal/textfile"
)

// encode16 writes a text in UTF-16.
func encode16(order binary.AppendByteOrder, text string) string {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		b = order.AppendUint16(b, unit)
	}
	return string(b)
}

// The same text comes out of every way to save it.
func TestReadTheSameTextInEveryEncoding(t *testing.T) {
	const want = "a,b\nTürkiye,1\n€,𝟚\n"
	windows := strings.ReplaceAll(want, "\n", "\r\n")
	for name, raw := range map[string]string{
		"UTF-8":                     want,
		"with a byte order mark":    "\ufeff" + want,
		"lines of Windows":          windows,
		"lines of old spreadsheets": strings.ReplaceAll(want, "\n", "\r"),
		"UTF-16LE":                  encode16(binary.LittleEndian, "\ufeff"+want),
		"UTF-16BE":                  encode16(binary.BigEndian, "\ufeff"+want),
		"UTF-16LE without mark":     encode16(binary.LittleEndian, windows),
		"UTF-16BE without mark":     encode16(binary.BigEndian, want),
	} {
		f, err := textfile.Read(strings.NewReader(raw))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if f.Text != want {
			t.Errorf("%s: read as %q", name, f.Text)
		}
	}
}

func TestReadSaysWhatAFileIs(t *testing.T) {
	for _, test := range []struct{ name, raw, want string }{
		{"nothing", "", "file is empty"},
		{"only space", "\ufeff \r\n\t", "file is empty"},
		{"workbook", "PK\x03\x04...", "file is a workbook or another zipped file (.xlsx, .ods, .zip), not text: open it and save the sheet as CSV"},
		{"old workbook", "\xd0\xcf\x11\xe0\xa1\xb1", "file is a workbook of an old kind (.xls), not text: open it and save the sheet as CSV"},
		{"PDF", "%PDF-1.7\n", "file is a PDF, not text: copy the table into a spreadsheet and save it as CSV"},
		{"gzip", "\x1f\x8b\x08\x00", "file is compressed (gzip): unpack it first"},
		{"pointer", "version https://git-lfs.github.com/spec/v1\n", "file is a Git LFS pointer, not the file itself: fetch the file with git lfs pull"},
		{"web page", "\n<!DOCTYPE html>", "file is a web page, not a table: download the file that the page links to"},
		{"web page without type", "<HTML>", "file is a web page, not a table: download the file that the page links to"},
		{"XML", "<?xml version=\"1.0\"?>", "file is XML, not a table: open it in a spreadsheet and save it as CSV"},
		{"Latin-1", "a,b\nT\xfcrkiye,1\n", `line 2, column 2 holds a byte that is not UTF-8 (0xfc): save the file as "CSV UTF-8"`},
		{"zero byte", "a,b\n1,\x00\n", "line 2, column 3 holds a zero byte: this is no text file"},
		{"carriage return", "a,b\r1,2\n3,4\n", "line 1, column 4 holds a carriage return inside a line: end all lines alike"},
		{"long line", "a\n" + strings.Repeat("x", textfile.MaxLine+1), "line 2, column 1 begins a line of more than 1048576 bytes: a quote may be missing, or this is no table"},
		{"odd UTF-16", encode16(binary.LittleEndian, "\ufeffab") + "c", "file is UTF-16 with half a character at its end: it may have been cut off"},
		{"half a pair", encode16(binary.LittleEndian, "\ufeffa\nb") + "\x00\xd8c\x00", "line 2, column 2 holds half a character of UTF-16: the file is damaged"},
		{"half a pair at the end", encode16(binary.LittleEndian, "\ufeffab") + "\x00\xd8", "line 1, column 3 holds half a character of UTF-16: the file is damaged"},
	} {
		_, err := textfile.Read(strings.NewReader(test.raw))
		if f := textfile.AsFault(err); f == nil || f.Error() != test.want {
			t.Errorf("%s: got %v, want %s", test.name, err, test.want)
		}
	}
}

// A file without end is given up.
func TestReadIsBounded(t *testing.T) {
	_, err := textfile.Read(endless{})
	if f := textfile.AsFault(err); f == nil || f.Error() != "file is larger than 64 MB: leave out what is not needed" {
		t.Error(err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	return copy(p, bytes.Repeat([]byte("1,2,3,4\n"), len(p)/8+1)), nil
}

func TestReadPassesErrorsOfTheReaderOn(t *testing.T) {
	if _, err := textfile.Read(io.MultiReader(strings.NewReader("a"), failing{})); err != io.ErrUnexpectedEOF {
		t.Error(err)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// The digest of "a\n", by sha256sum, is that of the bytes and not of the text.
func TestReadGivesTheDigestOfTheBytes(t *testing.T) {
	f, err := textfile.Read(strings.NewReader("a\n"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7"; f.SHA256 != want {
		t.Errorf("got %s", f.SHA256)
	}
}

func TestRows(t *testing.T) {
	rows := textfile.NewRows("name; value \n\n;;\n\"a;b\"; 1\n", ';', 7)
	var got [][]string
	for {
		cells, err := rows.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, slices.Clone(cells))
	}
	if diff := cmp.Diff([][]string{{"name", "value"}, {"a;b", "1"}}, got); diff != "" {
		t.Error(diff)
	}
	if line, column := rows.At(9); line != 11 || column != 7 { // the last cell stands for those that are missing
		t.Errorf("at line %d, column %d", line, column)
	}
}

func TestRowsErrors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"a,b\n1,2\"3\n", `line 2, column 4 is a quote inside a cell: put the whole cell in quotes, and double each quote in it`},
		{"a,b\n1,\"2\"3\n", "line 2, column 5 breaks a quoted cell: double each quote inside it, and end it with one"},
		{"a,b\n1,\"2\n", "line 2, column 6 breaks a quoted cell: double each quote inside it, and end it with one"},
		{"a,b\n1,\"2\n3\"\n", "line 2, column 3 begins a cell with a line break in it: take the break out, or add a quote that is missing"},
	} {
		rows := textfile.NewRows(test.text, ',', 0)
		_, err := rows.Next()
		if err == nil {
			_, err = rows.Next()
		}
		if f := textfile.AsFault(err); f == nil || f.Error() != test.want {
			t.Errorf("%q: got %v, want %s", test.text, err, test.want)
		}
	}
	lax := textfile.NewRows("a 12\" gun,b\n", ',', 0)
	lax.Lax()
	if cells, err := lax.Next(); err != nil || cells[0] != `a 12" gun` {
		t.Errorf("%q, %v", cells, err)
	}
}

func TestMisfit(t *testing.T) {
	for _, test := range []struct {
		cells   []string
		columns int
		at      int
		want    string
	}{
		{[]string{"a", "b"}, 2, 0, ""},
		{[]string{"a", "b", "", ""}, 2, 0, ""},
		{[]string{"a"}, 3, 0, "is the last of 1 cells, where there are 3 columns: the line is cut off, or lacks separators for empty cells"},
		{[]string{"a", "b", "", "c"}, 2, 3, "is beyond the last column: give the column a name, or put a cell in quotes that has a separator in it"},
	} {
		if at, got := textfile.Misfit(test.cells, test.columns); at != test.at || got != test.want {
			t.Errorf("%q in %d columns: cell %d %s", test.cells, test.columns, at, got)
		}
	}
}

// Whatever comes out is UTF-8 with plain line ends, and its rows can be gone through.
func FuzzRead(f *testing.F) {
	f.Add([]byte("\ufeffa,b\r\n1,\"2\"\r\n"))
	f.Add([]byte(encode16(binary.LittleEndian, "\ufeffa\tb\n")))
	f.Add([]byte{0xff, 0xfe, 0, 0xd8, 0, 0})
	f.Fuzz(func(t *testing.T, raw []byte) {
		file, err := textfile.Read(bytes.NewReader(raw))
		if err != nil {
			if f := textfile.AsFault(err); f == nil || f.Problem == "" || f.Line > 0 && f.Column < 1 {
				t.Errorf("%v", err)
			}
			return
		}
		if !utf8.ValidString(file.Text) || strings.ContainsAny(file.Text, "\r\x00") {
			t.Errorf("%q", file.Text)
		}
		for _, separator := range ",;\t" {
			rows := textfile.NewRows(file.Text, separator, 0)
			for {
				cells, err := rows.Next()
				if err != nil {
					break
				}
				for i := range cells {
					if line, column := rows.At(i); line < 1 || column < 1 {
						t.Errorf("cell %d at line %d, column %d", i, line, column)
					}
				}
			}
		}
	})
}
