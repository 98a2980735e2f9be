using System.Globalization;
using System.Text;
using Assay.Formats.Graphs;
using CsCheck;
using Xunit;

namespace Assay.Tests.Graphs;

public sealed class NumberTextTests
{
    [Fact]
    public void A_decimal_is_the_nearest_double() => Gen.Select(Gen.Long[0, 999_999_999_999_999], Gen.Int[0, 15]).Sample((digits, decimals) =>
    {
        var text = (digits / (decimal)Math.Pow(10, decimals)).ToString(CultureInfo.InvariantCulture);
        Assert.True(NumberText.TryParse(text, 0, out var value));
        Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), value);
    });

    [Theory]
    [InlineData("12.5", 0.125)]
    [InlineData("0.1", 0.001)]
    [InlineData("33.333333333333333333", 0.33333333333333333333)]
    [InlineData("1e1", 0.1)]
    [InlineData("100", 1)]
    public void Percent_is_rounded_once(string text, double expected)
    {
        Assert.True(NumberText.TryParse(text, 2, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData(" 1")]
    [InlineData("5%")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("--1")]
    public void What_is_no_number_is_refused(string text) => Assert.False(NumberText.TryParse(text, 0, out _));

    [Theory]
    [InlineData("-0.5", -0.5)]
    [InlineData("+1", 1)]
    [InlineData("2.5E-05", 2.5e-5)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("0.0000000000000000000000001", 1e-25)]
    public void Signs_exponents_and_many_digits_are_read(string text, double expected)
    {
        Assert.True(NumberText.TryParse(text, 0, out var value));
        Assert.Equal(expected, value);
    }

    [Fact]
    public void Bytes_are_read_as_their_characters_are() => Gen.Select(Gen.String[Gen.Char["0123456789.-e"], 0, 20], Gen.OneOf<int>(0, 2)).Sample((text, shift) =>
    {
        var isNumber = NumberText.TryParse(text, shift, out var expected);
        Assert.Equal(isNumber, NumberText.TryParse(Encoding.UTF8.GetBytes(text), shift, out var value));
        if (isNumber) Assert.Equal(expected, value);
    }, iter: 5000);
}
