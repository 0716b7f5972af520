package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim"
	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
)

var update = flag.Bool("update", false, "write testdata/report.md anew")

// own are arguments with the files of the example, and few draws.
var own = []string{"-data", "testdata/data.csv", "-scenarios", "testdata/scenarios.json", "-draws", "200"}

// sample is the report of these files, made once for all tests.
func sample(t *testing.T) map[string]string {
	t.Helper()
	once.Do(func() { report, said = made(t, own...) })
	if report == nil {
		t.Fatal("the report could not be made, see the first test that asked for it")
	}
	return report
}

var (
	once   sync.Once
	report map[string]string
	said   string // on standard output
)

// made runs the program into a new folder and gives what it wrote.
func made(t *testing.T, args ...string) (files map[string]string, printed string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "new", "report")
	var out bytes.Buffer
	if err := run(append(args, "-out", dir), &out); err != nil {
		t.Fatal(err)
	}
	return contents(t, dir), strings.ReplaceAll(out.String(), dir, "OUT")
}

// contents reads all files of a folder.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// The whole report of the files of the example, as Markdown, word for word.
func TestReportIsAsKept(t *testing.T) {
	got := strings.ReplaceAll(sample(t)[markdownName], pledgesim.Version, "VERSION")
	const path = "testdata/report.md"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the report differs from %s (-want +got); if it is meant, run go test ./examples/report -update:\n%s", path, diff)
	}
}

func TestTwoRunsGiveTheSameBytes(t *testing.T) {
	if raced {
		t.Skip("too slow with the race detector")
	}
	first := sample(t)
	second, again := made(t, own...)
	if diff := cmp.Diff(first, second); diff != "" || said != again {
		t.Errorf("files differ: %s\nprinted\n%s\nand\n%s", diff, said, again)
	}
}

// Charts and tables are there in every format, and copies of what was given.
func TestFilesOfAReport(t *testing.T) {
	files := sample(t)
	for kind, formats := range map[string][]string{"charts": plotting.Formats(), "tables": extensionsOf(projection.Formats())} {
		stems := map[string]int{}
		for name := range files {
			for _, format := range formats {
				stem, ok := strings.CutSuffix(name, "."+format)
				if ok && strings.HasPrefix(name, kind+"/") && !strings.Contains(stem, ".") {
					stems[stem]++
				}
			}
		}
		for stem, n := range stems {
			if n != len(formats) {
				t.Errorf("%s is there in %d formats, want %v", stem, n, formats)
			}
		}
		if len(stems) < 10 {
			t.Errorf("only %d %s", len(stems), kind)
		}
	}
	for copied, from := range map[string]string{dataCopy: "testdata/data.csv", scenarioCopy: "testdata/scenarios.json"} {
		if want, err := os.ReadFile(from); err != nil || files[copied] != string(want) {
			t.Errorf("%s is no copy of %s (%v)", copied, from, err)
		}
	}
	var lines []string
	for name, text := range files {
		if name != sumsName {
			lines = append(lines, fmt.Sprintf("%x  %s\n", sha256.Sum256([]byte(text)), name))
		}
	}
	got := slices.Collect(strings.Lines(files[sumsName]))
	slices.Sort(lines)
	slices.Sort(got)
	if diff := cmp.Diff(lines, got); diff != "" {
		t.Errorf("%s: %s", sumsName, diff)
	}
}

func extensionsOf(formats []string) (all []string) {
	for _, f := range formats {
		if e, ok := extensions[f]; ok {
			f = e
		}
		all = append(all, f)
	}
	return all
}

// Without files the report is about NATO's figures: its findings are printed.
func TestReportOfWhatIsBuiltIn(t *testing.T) {
	files, printed := made(t, "-members", "Germany,POL", "-to", "2036", "-draws", "100")
	for _, want := range []string{
		"- “At this pace”: 1 of 2 members is at 3.5% of GDP already in 2026; the other gets there by 2036.", // Poland: 4.68% in NATO's edition of July 2026
		"- “Pledge kept”, without luck: ",
		"- “As in the record”: ",
		"begin with " + filepath.Join("OUT", htmlName),
	} {
		if !strings.Contains(printed, want) {
			t.Errorf("%q is not in\n%s", want, printed)
		}
	}
	for _, name := range []string{"charts/paths-DEU.png", "charts/fan-POL-2.svg"} {
		if files[name] == "" {
			t.Errorf("there is no %s", name)
		}
	}
	const again = "go run ./examples/report -edition 2026-07 -base 2026 -to 2036 -draws 100 -seed 2026 -members DEU,POL"
	for _, e := range elements(t, files[htmlName]) {
		if e.name == "code" && e.text != again {
			t.Errorf("the page says %q of how to make it again", e.text)
		}
	}
	if !strings.Contains(files[markdownName], again) {
		t.Error("the page in Markdown does not say how to make it again")
	}
}
