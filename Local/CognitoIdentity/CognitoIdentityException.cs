using Lexicon.Local.Aws;

namespace Lexicon.Local.CognitoIdentity;

/// <summary>
/// An error of the identity pools API (https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonErrors.html).
/// </summary>
/// <param name="type">Its name.</param>
/// <param name="message">Amazon Cognito's words.</param>
internal sealed class CognitoIdentityException(string type, string message) : AwsException(message)
{
    /// <summary>The error, its name and its words in headers, too: a browser's client looks for them there.</summary>
    public override AwsError Error => new(400, type, Message)
    {
        Namespace = "",
        Headers = [("x-amzn-ErrorType", $"{type}:"), ("x-amzn-ErrorMessage", Message)],
    };

    /// <summary>The login does not count.</summary>
    public static CognitoIdentityException NotAuthorized(string message) => new("NotAuthorizedException", message);

    /// <summary>No role is there to give.</summary>
    public static CognitoIdentityException NoRole() => new(
        "InvalidIdentityPoolConfigurationException", "Invalid identity pool configuration. Check assigned IAM roles for this pool.");
}
