# A package of Debian by `cpack`, for the release of Debian it is made on: the names of libraries differ from one to the next.
file(STRINGS /etc/os-release release REGEX "^VERSION_ID=")
string(REGEX REPLACE "VERSION_ID=\"?([0-9.]+)\"?" "\\1" release "${release}")
file(STRINGS /etc/os-release system REGEX "^ID=")
string(REGEX REPLACE "ID=\"?([a-z]+)\"?" "\\1" system "${system}")
string(REPLACE "debian" "deb" system "${system}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME triptych)
set(CPACK_PACKAGE_CONTACT "The triptych authors <triptych@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "booklet, e-book and slides from a folder of Markdown")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"One folder of GitBook-flavoured Markdown in, three panels out: a typeset
booklet to print (PDF), an e-book (EPUB 3) and slides, one a section (PDF,
PowerPoint, HTML). Made for handbooks in French; every file is tagged and
accessible by construction.")
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_PACKAGE_VERSION "${PROJECT_VERSION}~${system}${release}")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Patterns of hyphenation are read, not linked: nobody sees that they are needed.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "hyphen-fr, hyphen-en-us")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "hyphen-hyphenation-patterns, xdg-utils")

string(TIMESTAMP changed "%a, %d %b %Y 00:00:00 +0000" UTC)
configure_file(packaging/deb/changelog.in packaging/changelog @ONLY)
foreach(file packaging/changelog)
  execute_process(COMMAND gzip -9nkf ${PROJECT_BINARY_DIR}/${file} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
install(FILES ${PROJECT_BINARY_DIR}/packaging/changelog.gz DESTINATION share/doc/triptych COMPONENT program)
install(FILES packaging/deb/lintian-overrides DESTINATION share/lintian/overrides RENAME triptych COMPONENT program)
include(CPack)
