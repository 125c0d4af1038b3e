#include "xml/xml.h"

#include <gtest/gtest.h>

namespace anmin::xml {
namespace {

TEST(Xml, ResolvesNamespacesAndKeepsPlaces) {
    const auto root = parse(
        "<a:b xmlns:a='urn:x'>\n  <c xmlns='urn:y' k='1'>甲<![CDATA[<乙>]]></c>\n"
        "  <a:d/></a:b>",
        "文件");
    ASSERT_TRUE(root.ok());
    EXPECT_EQ(root.value().space, "urn:x");
    EXPECT_EQ(root.value().children.size(), 2u);
    const Element& c = root.value().children[0];
    EXPECT_EQ(c.space, "urn:y");
    EXPECT_EQ(c.text, "甲<乙>");
    EXPECT_EQ(c.attribute("k"), "1");
    EXPECT_EQ(c.place.line, 2);
    EXPECT_EQ(c.place.column, 3);
    EXPECT_EQ(root.value().find_child("c"), nullptr);
    EXPECT_NE(root.value().find_child("d"), nullptr);
}

TEST(Xml, RefusesEntitiesAndNonsense) {
    EXPECT_EQ(parse("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "f").error().code, "E-XML-002");
    EXPECT_EQ(parse("<a><b></a>", "f").error().code, "E-XML-001");
    EXPECT_EQ(parse("", "f").error().code, "E-XML-001");
    EXPECT_EQ(parse("<p:a/>", "f").error().code, "E-XML-004");
}

TEST(Xml, IsBounded) {
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += "<a>";
    for (int i = 0; i < 100000; ++i) deep += "</a>";
    EXPECT_EQ(parse(deep, "f").error().code, "E-XML-003");
    Limits small;
    small.bytes = 3;
    EXPECT_EQ(parse("<abc/>", "f", small).error().code, "E-XML-003");
}

}  // namespace
}  // namespace anmin::xml
