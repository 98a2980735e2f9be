using System.Globalization;
using Assay.Formats.Mappings;
using Xunit;

namespace Assay.Tests.Mappings;

/// <summary>Numbers, dates and templates of other people's tables.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("12,5", ',', null, "12.5")]
    [InlineData("12,5 %", ',', null, "12.5")]
    [InlineData("1.234.567,89", ',', '.', "1234567.89")]
    [InlineData("1,234,567.89", '.', ',', "1234567.89")]
    [InlineData("1 234 567", '.', ' ', "1234567")]
    [InlineData("1\u00A0234,5", ',', ' ', "1234.5")]
    [InlineData("12\u2019345", '.', '\'', "12345")]
    [InlineData("\u22125", '.', null, "-5")]
    [InlineData("-1.000", ',', '.', "-1000")]
    [InlineData("0.5", '.', null, "0.5")]
    public void A_number_is_read_in_the_form_that_is_named(string text, char point, char? thousands, string number)
    {
        Assert.True(new NumberForm(point, thousands).TryRead(text, out var read));
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("12,5", '.', null)]
    [InlineData("1,5", '.', ',')]
    [InlineData("1.5", ',', '.')]
    [InlineData("12.34.567", ',', '.')]
    [InlineData("1234.567", ',', '.')]
    [InlineData("1,234,56", '.', ',')]
    [InlineData(".123", ',', '.')]
    [InlineData("1e5", '.', null)]
    [InlineData("5 t", '.', null)]
    [InlineData("", '.', null)]
    [InlineData("-", '.', null)]
    [InlineData("99999999999999999999999999999999", '.', null)]
    public void What_may_mean_another_number_is_not_read(string text, char point, char? thousands) => Assert.False(new NumberForm(point, thousands).TryRead(text, out _));

    [Theory]
    [InlineData("31.12.2024", "dd.MM.yyyy", "2024-12-31")]
    [InlineData("12/2024", "MM/yyyy", "2024-12")]
    [InlineData("20241231", "yyyyMMdd", "2024-12-31")]
    [InlineData("2024", "dd.MM.yyyy", "2024")]
    [InlineData("2024-12-31T23:59:59+05:00", "dd.MM.yyyy", "2024-12-31")]
    [InlineData("31.12.2024 23:30", "dd.MM.yyyy HH:mm", "2024-12-31")]
    public void A_date_is_as_precise_as_its_form(string text, string form, string date)
    {
        Assert.True(DateText.TryRead(text, [form], out var read));
        Assert.Equal(date, read);
    }

    [Theory]
    [InlineData("31.02.2024")]
    [InlineData("1.1.24")]
    [InlineData("0000-01-01")]
    [InlineData("soon")]
    public void What_is_no_date_is_not_read(string text) => Assert.False(DateText.TryRead(text, ["dd.MM.yyyy"], out _));

    [Theory]
    [InlineData("{A}-{B}", "x-y")]
    [InlineData("{{{A}}}", "{x}")]
    [InlineData("{A}{Empty}", "")]
    [InlineData("plain", "plain")]
    public void A_template_is_filled_or_empty(string text, string filled)
    {
        Assert.True(TextTemplate.TryParse(text, out var template));
        Assert.Equal(filled, template.Filled(column => column switch { "A" => "x", "B" => "y", _ => "" }));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{}")]
    [InlineData("{a{b}}")]
    public void A_brace_alone_is_no_template(string text) => Assert.False(TextTemplate.TryParse(text, out _));
}
