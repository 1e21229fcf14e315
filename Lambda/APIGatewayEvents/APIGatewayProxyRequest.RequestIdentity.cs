#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.APIGatewayEvents;

public partial class APIGatewayProxyRequest
{
    /// <summary>Who called.</summary>
    public class RequestIdentity
    {
        /// <summary>The identity pool, for callers with Cognito credentials.</summary>
        public string CognitoIdentityPoolId { get; set; }

        /// <summary>The account of a caller who signed with AWS credentials.</summary>
        public string AccountId { get; set; }

        /// <summary>The Cognito identity.</summary>
        public string CognitoIdentityId { get; set; }

        /// <summary>The principal of a caller who signed with AWS credentials.</summary>
        public string Caller { get; set; }

        /// <summary>The API key that came with the request.</summary>
        public string ApiKey { get; set; }

        /// <summary>The id of that API key.</summary>
        public string ApiKeyId { get; set; }

        /// <summary>The access key of a caller who signed with AWS credentials.</summary>
        public string AccessKey { get; set; }

        /// <summary>The address of the caller, as API Gateway saw it.</summary>
        public string SourceIp { get; set; }

        /// <summary><c>authenticated</c> or <c>unauthenticated</c>, for callers with Cognito credentials.</summary>
        public string CognitoAuthenticationType { get; set; }

        /// <summary>The provider that the Cognito identity signed in with.</summary>
        public string CognitoAuthenticationProvider { get; set; }

        /// <summary>The ARN of a caller who signed with AWS credentials.</summary>
        public string UserArn { get; set; }

        /// <summary>The <c>User-Agent</c> header.</summary>
        public string UserAgent { get; set; }

        /// <summary>The user of a caller who signed with AWS credentials.</summary>
        public string User { get; set; }

        /// <summary>The certificate of a caller who came through mutual TLS.</summary>
        public ProxyRequestClientCert ClientCert { get; set; }
    }
}
