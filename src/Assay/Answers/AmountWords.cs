using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>What an amount is of, in words.</summary>
internal static class AmountWords
{
    public static string Of(Inquiry inquiry, Amount amount) => amount switch
    {
        Amount.Measured { Scope.Length: > 0 } m when inquiry.Evidence.Entity(new EntityId(m.Scope)) is { } partner =>
            inquiry.Say("amount-with", ("subject", inquiry.Name(m.Subject)), ("indicator", inquiry.Word("indicator", m.Indicators[0])), ("scope", partner.Name)),
        Amount.Measured m => inquiry.Say("amount-of", ("subject", inquiry.Name(m.Subject)), ("indicator", inquiry.Word("indicator", m.Indicators[0]))),
        Amount.Carried c => inquiry.Say("amount-carried", ("goods", c.Commodity.Replace('-', ' ')), ("origin", inquiry.Name(c.Origin)), ("via", inquiry.Name(c.Via))),
        _ => throw new System.Diagnostics.UnreachableException($"No words for {amount}."),
    };
}
