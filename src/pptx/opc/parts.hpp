#pragma once

#include "pptx/opc/package.hpp"

/// The kinds of parts a presentation is made of (ISO/IEC 29500-1 §13.3, §14.2, §15.2).
namespace triptych::pptx::parts {

#define PRESENTATIONML "application/vnd.openxmlformats-officedocument.presentationml."
#define OFFICE_RELATIONSHIP "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

inline constexpr PartKind presentation{PRESENTATIONML "presentation.main+xml",
                                       OFFICE_RELATIONSHIP "officeDocument"};
inline constexpr PartKind slide_master{PRESENTATIONML "slideMaster+xml",
                                       OFFICE_RELATIONSHIP "slideMaster"};
inline constexpr PartKind slide_layout{PRESENTATIONML "slideLayout+xml",
                                       OFFICE_RELATIONSHIP "slideLayout"};
inline constexpr PartKind slide{PRESENTATIONML "slide+xml", OFFICE_RELATIONSHIP "slide"};
inline constexpr PartKind notes_master{PRESENTATIONML "notesMaster+xml",
                                       OFFICE_RELATIONSHIP "notesMaster"};
inline constexpr PartKind notes_slide{PRESENTATIONML "notesSlide+xml",
                                      OFFICE_RELATIONSHIP "notesSlide"};
inline constexpr PartKind presentation_properties{PRESENTATIONML "presProps+xml",
                                                  OFFICE_RELATIONSHIP "presProps"};
inline constexpr PartKind view_properties{PRESENTATIONML "viewProps+xml",
                                          OFFICE_RELATIONSHIP "viewProps"};
inline constexpr PartKind table_styles{PRESENTATIONML "tableStyles+xml",
                                       OFFICE_RELATIONSHIP "tableStyles"};
inline constexpr PartKind theme{"application/vnd.openxmlformats-officedocument.theme+xml",
                                OFFICE_RELATIONSHIP "theme"};
inline constexpr PartKind theme_override{
    "application/vnd.openxmlformats-officedocument.themeOverride+xml",
    OFFICE_RELATIONSHIP "themeOverride"};
inline constexpr PartKind core_properties{
    "application/vnd.openxmlformats-package.core-properties+xml",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"};
inline constexpr PartKind extended_properties{
    "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    OFFICE_RELATIONSHIP "extended-properties"};
inline constexpr PartKind png{"image/png", OFFICE_RELATIONSHIP "image"};
inline constexpr PartKind jpeg{"image/jpeg", OFFICE_RELATIONSHIP "image"};

#undef PRESENTATIONML
#undef OFFICE_RELATIONSHIP

}  // namespace triptych::pptx::parts
