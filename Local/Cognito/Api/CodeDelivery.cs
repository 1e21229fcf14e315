using System.Text.Json.Nodes;

namespace Lexicon.Local.Cognito.Api;

/// <summary>
/// Says where a code went so that only who has the address knows it: <c>j***@e***</c>, as Amazon Cognito does
/// (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CodeDeliveryDetailsType.html).
/// </summary>
internal static class CodeDelivery
{
    /// <summary>The same answer with a masked destination, if it has one.</summary>
    public static JsonObject Mask(JsonObject answer)
    {
        if (answer["CodeDeliveryDetails"] is JsonObject details && details.Text("Destination") is { } destination)
        {
            details["Destination"] = Mask(destination);
        }

        return answer;
    }

    /// <summary>An address as only who has it knows it.</summary>
    public static string Mask(string address) =>
        string.Join('@', address.Split('@', 2).Select(part => $"{part[..Math.Min(1, part.Length)]}***"));
}
