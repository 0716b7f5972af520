package plotting

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"image"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/plotter"

	"github.com/pledgesim/pledgesim"
)

// readPDF gives the objects of a PDF file by their numbers, streams unpacked,
// by way of the table at its end, as programs do.
func readPDF(t *testing.T, file []byte) map[int]string {
	t.Helper()
	end := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
	if end == nil {
		t.Fatal("the file has no end")
	}
	table, _ := strconv.Atoi(string(end[1]))
	lines := strings.SplitAfter(string(file[table:]), "\n")
	var count int
	if _, err := fmt.Sscanf(lines[1], "0 %d", &count); lines[0] != "xref\n" || err != nil {
		t.Fatalf("the table begins with %q, %q", lines[0], lines[1])
	}
	objects := map[int]string{}
	for number := 1; number < count; number++ {
		line := lines[2+number]
		start, err := strconv.Atoi(line[:10])
		if err != nil || len(line) != 20 {
			t.Fatalf("line %q of the table", line)
		}
		body, ok := bytes.CutPrefix(file[start:], fmt.Appendf(nil, "%d 0 obj\n", number))
		if !ok {
			t.Fatalf("object %d is not where the table says", number)
		}
		body, _, _ = bytes.Cut(body, []byte("\nendobj\n"))
		dictionary, packed, isStream := bytes.Cut(body, []byte("stream\n"))
		objects[number] = string(dictionary)
		if !isStream {
			continue
		}
		r, err := zlib.NewReader(bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		objects[number] += string(data)
	}
	return objects
}

// pdfString gives the text of UTF-16 numbers in hexadecimal.
func pdfString(t *testing.T, digits string) string {
	t.Helper()
	b, err := hex.DecodeString(digits)
	if err != nil {
		t.Fatal(err)
	}
	var units []uint16
	for ; len(b) > 1; b = b[2:] {
		units = append(units, uint16(b[0])<<8|uint16(b[1]))
	}
	return string(utf16.Decode(units))
}

// pdfTexts gives the text of a page as it is copied from it.
func pdfTexts(t *testing.T, objects map[int]string) string {
	t.Helper()
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	var page string
	for _, o := range objects {
		if strings.Contains(o, "/Type /Page ") {
			page = o
		}
	}
	letters := map[string]map[string]string{} // of each font
	for _, font := range regexp.MustCompile(`/(F\d+) (\d+) 0 R`).FindAllStringSubmatch(page, -1) {
		letters[font[1]] = map[string]string{}
		table := regexp.MustCompile(`/ToUnicode (\d+) 0 R`).FindStringSubmatch(objects[number(font[2])])
		for _, pair := range regexp.MustCompile(`<(....)> <([0-9A-F]+)>\n`).FindAllStringSubmatch(objects[number(table[1])], -1) {
			letters[font[1]][pair[1]] = pdfString(t, pair[2])
		}
	}
	content := objects[number(regexp.MustCompile(`/Contents (\d+)`).FindStringSubmatch(page)[1])]
	var text strings.Builder
	font := ""
	for _, step := range regexp.MustCompile(`/(F\d+) \S+ Tf|<([0-9A-F]+)> Tj`).FindAllStringSubmatch(content, -1) {
		if step[1] != "" {
			font = step[1]
		}
		for digits := step[2]; digits != ""; digits = digits[4:] {
			text.WriteString(letters[font][digits[:4]])
		}
	}
	return text.String()
}

// Names in any language are shown, and can be copied and searched.
func TestPDF(t *testing.T) {
	f := small(t)
	f.Title = foreign
	file := encoded(t, f, "pdf")
	objects := readPDF(t, file)
	text := pdfTexts(t, objects)
	for _, want := range []string{foreign, f.Subtitle, f.Source} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the page", want)
		}
	}
	fonts, all := 0, ""
	for _, o := range objects {
		all += o
		if strings.Contains(o, "/FontFile2") {
			fonts++
		}
	}
	if fonts != 2 {
		t.Errorf("%d fonts, want bold and regular", fonts)
	}
	// 20 cm are 566.9291 points, 11.25 cm 318.8976.
	if !strings.Contains(all, "/MediaBox [0 0 566.9291 318.8976]") {
		t.Error("the page has another size")
	}
	about := map[string]string{}
	for _, entry := range regexp.MustCompile(`/(\w+) <FEFF([0-9A-F]*)>`).FindAllStringSubmatch(all, -1) {
		about[entry[1]] = pdfString(t, entry[2])
	}
	want := map[string]string{"Title": f.Title, "Subject": f.Subtitle + "\n" + f.Note, "Source": f.Source, "Edition": "test-2023", "Creator": "pledgesim " + pledgesim.Version}
	if diff := cmp.Diff(want, about); diff != "" {
		t.Errorf("description (-want +got):\n%s", diff)
	}
	if bytes.Contains(file, []byte("Date")) {
		t.Error("the file has a date")
	}
}

func TestDecimal(t *testing.T) {
	for x, want := range map[float64]string{0: "0", -0.00001: "0", 1: "1", -1.5: "-1.5", 100: "100", 1e-3: "0.001", 123456.78901: "123456.789"} {
		if got := decimal(x); got != want {
			t.Errorf("decimal(%v) = %s, want %s", x, got, want)
		}
	}
}

// An image that somebody adds to a chart is an error, because it would be missing.
func TestPDFImage(t *testing.T) {
	f := small(t)
	f.Adjust = func(p Panel) {
		p.Plot.Add(plotter.NewImage(image.NewGray(image.Rect(0, 0, 1, 1)), 2020, 0, 2021, 0.01))
	}
	var b bytes.Buffer
	if err := f.Encode(&b, "pdf"); err == nil || !strings.Contains(err.Error(), "an image cannot be put into a PDF file") || b.Len() > 0 {
		t.Errorf("error %v, %d bytes", err, b.Len())
	}
	if f.Adjust = nil; f.Encode(&b, "pdf") != nil {
		t.Error("the figure cannot be encoded without it either")
	}
}
