using System.Collections;
using System.Reflection;

namespace Assay.Tests.Corrections;

/// <summary>A value with all that it holds, in words: records compare their collections by reference, words do not.</summary>
internal static class Dump
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        Enum or IFormattable => value.ToString()!,
        IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(Of))}]",
        _ when value.GetType().Namespace is { } space && space.StartsWith("Assay", StringComparison.Ordinal) =>
            $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0).Select(property => $"{property.Name}: {Of(property.GetValue(value))}"))})",
        _ => value.ToString()!,
    };
}
