package plotting

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// set is one figure in every format, and another one.
func set(t testing.TB) []Named {
	t.Helper()
	f, other := small(t), small(t)
	other.Title = foreign
	return []Named{{"a.png", f}, {"a.svg", f}, {"a.PDF", f}, {"b.png", other}, {"b.svg", other}, {"b.pdf", other}}
}

// names are the names of figures in the order of a folder.
func names(figures []Named) []string {
	var all []string
	for _, f := range figures {
		all = append(all, f.Name)
	}
	slices.Sort(all)
	return all
}

// Files are the same from one processor and from eight, and as Encode gives them.
func TestSaveAll(t *testing.T) {
	figures := set(t)
	for _, processors := range []int{1, 8} {
		before := runtime.GOMAXPROCS(processors)
		folder := filepath.Join(t.TempDir(), "new", "folder")
		err := SaveAll(t.Context(), folder, figures...)
		runtime.GOMAXPROCS(before)
		if err != nil {
			t.Fatal(err)
		}
		checkFiles(t, folder, names(figures)...)
		for _, f := range figures {
			got, err := os.ReadFile(filepath.Join(folder, f.Name))
			if want := encoded(t, f.Figure, filepath.Ext(f.Name)[1:]); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%d processors: %s differs from Encode, or %v", processors, f.Name, err)
			}
		}
	}
}

func TestSaveAllOfNothing(t *testing.T) {
	if err := SaveAll(t.Context(), t.TempDir()); err != nil {
		t.Error(err)
	}
}

// What cannot all be written is refused before anything is.
func TestSaveAllNames(t *testing.T) {
	f := small(t)
	for _, tc := range []struct {
		name string
		bad  Named
		want string
	}{
		{"empty", Named{"", f}, `figure 2 of 2 is named ""`},
		{"extension only", Named{".png", f}, `figure 2 of 2 is named ".png"`},
		{"no extension", Named{"b", f}, `"b": the name has no extension to tell the format: use .png, .svg, .pdf`},
		{"dots", Named{"..", f}, "has no extension"},
		{"format", Named{"b.jpg", f}, `"b.jpg": format "jpg" is not supported: use png, svg, pdf`},
		{"folder", Named{"x/b.png", f}, `"x/b.png" has a folder in it`},
		{"folder above", Named{"../b.png", f}, "has a folder in it"},
		{"folder of Windows", Named{`x\b.png`, f}, "has a folder in it"},
		{"nil", Named{"b.png", nil}, "the figure for b.png is nil"},
		{"twice", Named{"a.png", f}, "two figures are named a.png and a.png"},
		{"twice but for capitals", Named{"A.PNG", f}, "two figures are named a.png and A.PNG, which is one file on many systems"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			folder := t.TempDir()
			err := SaveAll(t.Context(), filepath.Join(folder, "new"), Named{"a.png", f}, tc.bad)
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("error %v, want %q", err, tc.want)
			}
			checkFiles(t, folder)
		})
	}
}

// Figures that cannot be saved are all named, in order; the others are saved, and
// nothing else is left in the folder.
func TestSaveAllFaults(t *testing.T) {
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	if err := os.Mkdir(at("taken.png"), 0o755); err != nil {
		t.Fatal(err)
	}
	f, bad := small(t), small(t)
	bad.Title = "日本"
	long := strings.Repeat("n", 300) + ".png" // is too long for file systems, which tell only when the file is complete
	err := SaveAll(t.Context(), folder, Named{"taken.png", f}, Named{"a.png", f}, Named{"bad.svg", bad}, Named{long, f}, Named{"b.pdf", f})
	if err == nil {
		t.Fatal("no error")
	}
	lines := strings.Split(err.Error(), "\n")
	want := []string{
		"write " + at("taken.png") + ": there is a folder of this name: nothing was written to it",
		"save " + at("bad.svg") + ": figure: the font lacks",
		"write " + at(long) + ": ",
	}
	if len(lines) != len(want) {
		t.Fatalf("errors:\n%v", err)
	}
	for i, line := range lines {
		if !strings.HasPrefix(line, want[i]) {
			t.Errorf("error %d: %s, want %q", i, line, want[i])
		}
	}
	checkFiles(t, folder, "a.png", "b.pdf", "taken.png")
}

func TestSaveAllWithoutFolder(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	err := SaveAll(t.Context(), filepath.Join(file, "charts"), set(t)...)
	if err == nil || !strings.Contains(err.Error(), "the folder "+filepath.Join(file, "charts")+" cannot be made") {
		t.Errorf("error %v", err)
	}
	checkFiles(t, folder, "file")
}

// A folder in which nothing can be made stops everyone but root.
func TestSaveAllUnwritable(t *testing.T) {
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Skip(err)
	}
	if file, err := os.Create(filepath.Join(folder, "probe")); err == nil {
		file.Close()
		t.Skip("this user may write everywhere")
	}
	err := SaveAll(t.Context(), folder, set(t)...)
	if !errors.Is(err, fs.ErrPermission) || strings.Count(err.Error(), "write "+folder) != len(set(t)) {
		t.Errorf("error %v", err)
	}
	checkFiles(t, folder)
}

// What is stopped before it begins leaves no trace.
func TestSaveAllStoppedBefore(t *testing.T) {
	folder := t.TempDir()
	why := errors.New("the lights went out")
	ctx, stop := context.WithCancelCause(t.Context())
	stop(why)
	err := SaveAll(ctx, filepath.Join(folder, "new"), set(t)...)
	if !errors.Is(err, context.Canceled) || !errors.Is(err, why) || !strings.Contains(err.Error(), "stopped, 6 of 6 figures were not written: a.png, a.svg, a.PDF, b.png") {
		t.Errorf("error %v", err)
	}
	checkFiles(t, folder)
}

// A stopping handler ends a context when the first text is drawn.
type stopping struct {
	text.Handler
	stop func()
}

func (s stopping) Draw(c vg.Canvas, txt string, style text.Style, at vg.Point) {
	s.stop()
	s.Handler.Draw(c, txt, style, at)
}

// What is stopped on the way leaves whole files, and names those that are missing.
func TestSaveAllStopped(t *testing.T) {
	folder := t.TempDir()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	figures := set(t)
	figures[2].Figure = small(t)
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	figures[2].Figure.Theme.Handler = stopping{theme.Handler, stop}
	err = SaveAll(ctx, folder, figures...)
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v", err)
	}
	listed := strings.Split(strings.Split(err.Error(), ": ")[2], ", ")
	if !slices.Contains(listed, "a.PDF") {
		t.Errorf("a.PDF was drawn when it was stopped, and is not named: %v", err)
	}
	var written []string
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		written = append(written, e.Name())
	}
	all := append(slices.Clone(written), listed...)
	slices.Sort(all)
	if diff := cmp.Diff(names(figures), all); diff != "" {
		t.Errorf("written and named (-want +got):\n%s", diff)
	}
	for _, f := range figures {
		if slices.Contains(written, f.Name) {
			got, err := os.ReadFile(filepath.Join(folder, f.Name))
			if want := encoded(t, f.Figure, filepath.Ext(f.Name)[1:]); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s is not whole, or %v", f.Name, err)
			}
		}
	}
}

// However it ends, SaveAll leaves no goroutine.
func TestSaveAllLeavesNoGoroutine(t *testing.T) {
	folder := t.TempDir()
	if err := SaveAll(t.Context(), folder, set(t)...); err != nil {
		t.Fatal(err)
	}
	if err := SaveAll(t.Context(), filepath.Join(folder, "a.png"), set(t)...); err == nil {
		t.Error("a file in the place of the folder is no error")
	}
	ctx, stop := context.WithCancel(t.Context())
	figures := set(t)
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	figures[0].Figure.Theme.Handler = stopping{theme.Handler, stop}
	if err := SaveAll(ctx, folder, figures...); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped on the way: %v", err)
	}
	stacks := make([]byte, 1<<20)
	for range 1000 {
		if stacks = stacks[:runtime.Stack(stacks[:cap(stacks)], true)]; !bytes.Contains(stacks, []byte("plotting.SaveAll")) {
			return
		}
		time.Sleep(time.Millisecond) // one that is about to end
	}
	t.Errorf("goroutines are left:\n%s", stacks)
}
