package projection

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// ReplaceFile writes a file whole or not at all: on any error a file that was there
// before is left as it was, and the error names the file. A file that is replaced keeps
// its permissions; where path is a symbolic link, the file it leads to is replaced. What
// is no regular file, such as a folder or a device, is not replaced. The folder must
// exist. [WriteFile] and the figures of package plotting are written so, and a program
// can write what belongs to them alike.
func ReplaceFile(path string, data []byte) error {
	if err := replace(follow(path), data); err != nil {
		return fmt.Errorf("write %s: %w: nothing was written to it", path, err)
	}
	return nil
}

// replace writes a file under another name in the same folder and renames it
// when it is complete.
func replace(path string, data []byte) (err error) {
	old, statErr := os.Stat(path)
	switch {
	case statErr == nil && old.IsDir():
		return errors.New("there is a folder of this name")
	case statErr == nil && !old.Mode().IsRegular():
		return errors.New("it is no regular file")
	case statErr != nil && !errors.Is(statErr, fs.ErrNotExist):
		return reason(statErr)
	}
	name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%016x", rand.Uint64()))
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return reason(err)
	}
	defer func() {
		if err == nil {
			return
		}
		err = reason(err)
		if left := os.Remove(name); left != nil {
			err = fmt.Errorf("%w, and a part of it is left behind: %w", err, left)
		}
	}()
	if statErr == nil {
		err = file.Chmod(old.Mode().Perm())
	}
	if err == nil {
		_, err = file.Write(data)
	}
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return os.Rename(name, path)
}

// reason is the cause of an error about a file without the name under which it
// was being written.
func reason(err error) error {
	var opened *os.PathError
	var renamed *os.LinkError
	switch {
	case errors.As(err, &opened):
		return opened.Err
	case errors.As(err, &renamed):
		return renamed.Err
	default:
		return err
	}
}

// follow gives the path a symbolic link leads to, whether there is a file or not.
func follow(path string) string {
	for range 40 { // links may lead in a circle
		target, err := os.Readlink(path)
		if err != nil {
			break // not a link
		}
		if !filepath.IsAbs(target) {
			// Not Join, which takes ".." out of a folder that may itself be a link.
			target = filepath.Dir(path) + string(filepath.Separator) + target
		}
		path = target
	}
	return path
}
