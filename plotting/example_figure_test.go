package plotting_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/pledgesim/pledgesim/plotting"
)

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func ExampleFigure() {
	r := results()[0]
	folder, err := os.MkdirTemp("", "figures")
	check(err)
	defer os.RemoveAll(folder)

	f, err := plotting.PathsOf(r) // every member of a run
	check(err)
	f.Highlight = []string{"Germany", "Poland"} // in colour, the others in grey
	f.Page = plotting.Slide                     // or Report, Square, any Width and Height
	f.Theme = plotting.Dark()                   // or Light, Print (for copies without colour), your own
	check(f.Save(filepath.Join(folder, "paths.pdf")))

	files, err := os.ReadDir(folder)
	check(err)
	fmt.Println(files[0].Name(), "-", f.Title)
	// Output: paths.pdf - 23 of 29 members reach 2% of GDP by 2040
}
