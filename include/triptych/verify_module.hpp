#pragma once

#include <cstddef>

/// What the module `triptych-verify.so` exports: it reads a finished PDF back and holds it against
/// the standards that it claims: PDF/UA-1 (ISO 14289-1) and PDF/A-2 (ISO 19005-2), or PDF/UA-2 (ISO
/// 14289-2) and PDF/A-4 (ISO 19005-4); and it makes HTML of what its tags say. A module of its own,
/// since the library it reads PDF with takes longer to load than a small book takes to build.
extern "C" {

/// Called with a text, which lives for the call.
using TriptychVerifyText = void (*)(void* sink, const char* text, std::size_t size);
/// Called for every violation; the texts live for the call.
using TriptychVerifyReport = void (*)(void* sink, const char* clause, const char* message);
/// The type of `triptych_verify`: first `claims` is called with the standards that the file names.
/// Never throws; a file that can't be read is a violation, too.
using TriptychVerify = void (*)(const char* bytes, std::size_t size, TriptychVerifyText claims,
                                TriptychVerifyReport report, void* sink);
/// The type of `triptych_derive`: the HTML goes to `html`, unless there is no tagged PDF to read.
using TriptychDerive = void (*)(const char* bytes, std::size_t size, TriptychVerifyText html,
                                void* sink);
}
