module rubricator

go 1.26

require (
	github.com/hack-pad/safejs v0.1.0 // indirect
	github.com/kljensen/snowball v0.10.0 // indirect
)
