#include "verify/destinations.hpp"

#include <qpdf/QPDFNameTreeObjectHelper.hh>

namespace triptych::verify {

Destinations::Destinations(QPDF& file) {
    QPDFObjectHandle names = file.getRoot().getKey("/Names");
    if (names.isDictionary() && names.getKey("/Dests").isDictionary())
        by_string_ = QPDFNameTreeObjectHelper(names.getKey("/Dests"), file, false).getAsMap();
    QPDFObjectHandle old = file.getRoot().getKey("/Dests");
    if (old.isDictionary()) by_name_ = old.getDictAsMap();
}

QPDFObjectHandle Destinations::named(QPDFObjectHandle place) const {
    if (!place.isString() && !place.isName()) return place;
    const auto& names = place.isString() ? by_string_ : by_name_;
    const auto found = names.find(place.isString() ? place.getUTF8Value() : place.getName());
    return found == names.end() ? QPDFObjectHandle::newNull() : found->second;
}

}  // namespace triptych::verify
