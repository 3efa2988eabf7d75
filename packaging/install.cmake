# What `cmake --install` puts where. The component `program` is what packages hold; `development` is the library.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(modules_folder ${CMAKE_INSTALL_PREFIX}/lib/triptych/modules)

install(TARGETS triptych_program RUNTIME DESTINATION bin COMPONENT program)
# CPack has ldconfig run for every library in lib/ or one folder below it; modules are none of its business.
install(TARGETS triptych_syntax_module triptych_verify_module triptych_serve_module
        LIBRARY DESTINATION lib/triptych/modules COMPONENT program)
install(TARGETS triptych_decoder_program triptych_rare_decoder_program triptych_page_decoder_program RUNTIME DESTINATION lib/triptych/modules COMPONENT program)
# What C programs load is part of the program; the link of development names its version.
install(TARGETS triptych_client LIBRARY DESTINATION lib COMPONENT program NAMELINK_COMPONENT development)
install(FILES include/triptych.h DESTINATION include COMPONENT development)
install(DIRECTORY layouts fonts profiles starters DESTINATION share/triptych COMPONENT program)
# What the guide sends its readers to.
install(FILES README.md docs/keys.md docs/layouts.md DESTINATION share/doc/triptych COMPONENT program)
install(DIRECTORY docs/layouts ci examples/brands DESTINATION share/doc/triptych COMPONENT program USE_SOURCE_PERMISSIONS)
install(FILES LICENSE DESTINATION share/doc/triptych RENAME copyright COMPONENT program)

# Manual and completions are asked of the program itself; zipped without a time, so that packages are the same every day.
set(TRIPTYCH_GENERATED
    man:en:share/man/man1/triptych.1
    man:fr:share/man/fr/man1/triptych.1
    bash:en:share/bash-completion/completions/triptych
    zsh:en:share/zsh/vendor-completions/_triptych
    fish:en:share/fish/vendor_completions.d/triptych.fish)
configure_file(packaging/install_generated.cmake.in packaging/install_generated.cmake.gen @ONLY)
file(GENERATE OUTPUT ${PROJECT_BINARY_DIR}/packaging/install_generated.cmake
     INPUT ${PROJECT_BINARY_DIR}/packaging/install_generated.cmake.gen)
install(SCRIPT ${PROJECT_BINARY_DIR}/packaging/install_generated.cmake COMPONENT program)

# The library: every room is an archive of its own, and a user links `triptych::triptych`.
get_property(rooms GLOBAL PROPERTY TRIPTYCH_ROOMS)
list(REMOVE_ITEM rooms triptych_cli triptych_decoder triptych_verify)
set_target_properties(triptych_pipeline PROPERTIES EXPORT_NAME triptych)
install(TARGETS triptych_options ${rooms} EXPORT triptych
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/triptych COMPONENT development)
install(DIRECTORY include/triptych DESTINATION include COMPONENT development)
install(EXPORT triptych NAMESPACE triptych:: FILE targets.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/triptych COMPONENT development)
set(data_folder ${CMAKE_INSTALL_PREFIX}/share/triptych)
configure_package_config_file(packaging/triptych-config.cmake.in ${PROJECT_BINARY_DIR}/packaging/triptych-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/triptych PATH_VARS modules_folder data_folder)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/packaging/triptych-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/packaging/triptych-config.cmake
              ${PROJECT_BINARY_DIR}/packaging/triptych-config-version.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/triptych COMPONENT development)
