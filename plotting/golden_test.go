package plotting

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"gonum.org/v1/plot/cmpimg"
)

var update = flag.Bool("update", false, "write the golden images anew")

// checkGolden compares a figure with testdata/name.png. The tolerance leaves
// room for the rounding of other processors, not for a moved label.
func checkGolden(t *testing.T, name string, f *Figure) {
	t.Helper()
	var got bytes.Buffer
	if err := f.Encode(&got, "png"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", name+".png")
	if *update {
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (run go test -update, and look at the image)", err)
	}
	same, err := cmpimg.EqualApprox("png", got.Bytes(), want, 0.05)
	if err != nil {
		t.Fatal(err)
	}
	if !same {
		failed := filepath.Join(os.TempDir(), "pledgesim-"+name+".png")
		if err := os.WriteFile(failed, got.Bytes(), 0o644); err != nil {
			t.Error(err)
		}
		t.Errorf("the figure differs from %s: look at %s, then run go test -update if it is right", path, failed)
	}
}
