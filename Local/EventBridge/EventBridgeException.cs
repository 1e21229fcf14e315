using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Patterns;

namespace Lexicon.Local.EventBridge;

/// <summary>An error of the service (https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html).</summary>
/// <param name="code">Its name, such as <c>ResourceNotFoundException</c>.</param>
/// <param name="message">The service's words.</param>
internal sealed class EventBridgeException(string code, string message) : AwsException(message)
{
    /// <summary>Its name.</summary>
    public string Code => code;

    public override AwsError Error => new(400, code, Message) { Namespace = "" };

    /// <summary>A parameter cannot be so.</summary>
    public static EventBridgeException Invalid(string message) => new("ValidationException", message);

    /// <summary>A pattern is not one.</summary>
    public static EventBridgeException InvalidPattern(PatternException reason) =>
        new("InvalidEventPatternException", $"Event pattern is not valid. Reason: {reason.Message}");

    /// <summary>There is no such rule.</summary>
    public static EventBridgeException NoRule(string name, string bus) =>
        new("ResourceNotFoundException", $"Rule {name} does not exist on EventBus {bus}.");

    /// <summary>There is no such bus.</summary>
    public static EventBridgeException NoBus(string name) =>
        new("ResourceNotFoundException", $"Event bus {name} does not exist.");
}
