using System.Text.Json;
using Assay.Tests.Json;
using Xunit;

namespace Assay.Tests.Cli;

/// <summary>What the program prints about the examples keeps to the schema, and its quotes stand where it says.</summary>
public sealed class ContractTests
{
    [Theory]
    [InlineData("a-neighbour-not-a-garrison")]
    [InlineData("an-ally-that-looks-elsewhere")]
    [InlineData("oil-in-whose-hands")]
    [InlineData("the-state-still-owns-the-steppe")]
    public void The_json_of_an_example_keeps_to_the_contract(string example)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("docs", "formats", "output.schema.json")));
        using var output = JsonDocument.Parse(CommandRun.Of("check", $"examples/{example}.txt", "--format", "json").Output);
        Assert.Empty(new SchemaCheck(schema.RootElement).Check(output.RootElement));

        var text = File.ReadAllText(Checkout.PathOf("examples", $"{example}.txt"));
        var claims = output.RootElement.GetProperty("claims").EnumerateArray().ToList();
        Assert.NotEmpty(claims);
        Assert.All(claims.Concat(claims.SelectMany(claim => claim.GetProperty("also").EnumerateArray())), stretch =>
            Assert.Equal(text[stretch.GetProperty("start").GetInt32()..stretch.GetProperty("end").GetInt32()], stretch.GetProperty("quote").GetString()));
    }
}
