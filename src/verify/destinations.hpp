#pragma once

#include <map>
#include <string>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace triptych::verify {

/// The places of a file that have names (ISO 32000-1 12.3.2.3): strings, or the names of PDF 1.1.
class Destinations {
public:
    explicit Destinations(QPDF& file);

    /// What a name stands for, null where that is nothing; any other place itself.
    QPDFObjectHandle named(QPDFObjectHandle place) const;

private:
    std::map<std::string, QPDFObjectHandle> by_string_, by_name_;
};

}  // namespace triptych::verify
