package plotting_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/pledgesim/pledgesim/plotting"
)

// A report with a chart for each member, and an overview for screen and print.
func ExampleSaveAll() {
	rs := results()
	overview, err := plotting.YearReached(rs...)
	if err != nil {
		log.Fatal(err)
	}
	figures := []plotting.Named{{Name: "year-reached.svg", Figure: overview}, {Name: "year-reached.pdf", Figure: overview}}
	for _, member := range []string{"CZE", "TUR"} {
		f, err := plotting.Paths(member, rs...)
		if err != nil {
			log.Fatal(err)
		}
		figures = append(figures, plotting.Named{Name: "paths-" + member + ".png", Figure: f})
	}
	folder, err := os.MkdirTemp("", "report")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	if err := plotting.SaveAll(context.Background(), folder, figures...); err != nil {
		log.Fatal(err)
	}
	files, err := os.ReadDir(folder)
	if err != nil {
		log.Fatal(err)
	}
	for _, file := range files {
		fmt.Println(file.Name())
	}
	// Output:
	// paths-CZE.png
	// paths-TUR.png
	// year-reached.pdf
	// year-reached.svg
}
