using Lexicon.Local.Aws;

namespace Lexicon.Local.Cognito.Users;

/// <summary>
/// An error of the user pools API (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html).
/// </summary>
/// <param name="type">The name, such as <c>NotAuthorizedException</c>.</param>
/// <param name="message">Amazon Cognito's words.</param>
/// <param name="status">400, except where the service itself fails.</param>
internal sealed class CognitoException(string type, string message, int status = 400) : AwsException(message)
{
    public string Type => type;

    public int Status => status;

    /// <summary>The error, whose name is in a header, too: a browser's client looks for it there.</summary>
    public override AwsError Error => new(status, type, Message) { Namespace = "", Headers = [("x-amzn-ErrorType", $"{type}:")] };

    /// <summary>The service cannot respond: cognito-local is being restarted.</summary>
    public static CognitoException Unavailable() =>
        new("InternalErrorException", "The user pool process (cognito-local) is not answering; it is being restarted.", 500);
}
