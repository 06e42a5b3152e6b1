// Generated from schemas/sandbox-seed.schema.json by `npm run generate`; do not edit.
export const sandboxSeedSchema: Readonly<Record<string, unknown>> = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "https://rolecall.dev/schemas/sandbox-seed.schema.json",
  "title": "Sandbox seed",
  "description": "What the two APIs of `rolecall sandbox` hold when it starts (--seed FILE).",
  "type": "object",
  "additionalProperties": false,
  "properties": {
    "$schema": {
      "type": "string",
      "description": "The address of this schema, for editors."
    },
    "redox": {
      "$ref": "#/$defs/redox",
      "description": "The Redox half; without it there is no organization."
    },
    "aion": {
      "$ref": "#/$defs/aion",
      "description": "The Aion half; without it there is no account."
    }
  },
  "$defs": {
    "id": {
      "type": "string",
      "minLength": 1,
      "description": "An id; quoted, even where it is a number."
    },
    "variable": {
      "type": "string",
      "pattern": "^[A-Za-z_][A-Za-z0-9_]*$",
      "description": "The environment variable that the value is announced under."
    },
    "secret": {
      "type": "string",
      "pattern": "^[A-Za-z0-9._~+/-]+=*$",
      "description": "The secret itself; a new one is made at each start if it is left out."
    },
    "redox": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "organizations"
      ],
      "properties": {
        "roles": {
          "$ref": "#/$defs/redoxRoles",
          "description": "The predefined roles; the sandbox has its own."
        },
        "clients": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/redoxClient"
          },
          "description": "User-level API keys; the first is announced as REDOX_CLIENT_ID, REDOX_KEY_ID and REDOX_PRIVATE_KEY, the second with _2 behind each name, and so on."
        },
        "tokens": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/redoxToken"
          },
          "description": "Ready access tokens that never run out."
        },
        "organizations": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/organization"
          },
          "description": "The organizations."
        }
      }
    },
    "redoxRoles": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "organization",
        "environment"
      ],
      "properties": {
        "organization": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/redoxRole"
          },
          "description": "The roles of organizations; owner must be among them."
        },
        "environment": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/redoxRole"
          },
          "description": "The roles of environments."
        }
      }
    },
    "redoxRole": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "id",
        "name"
      ],
      "properties": {
        "id": {
          "$ref": "#/$defs/id",
          "description": "The role's id, a UUID."
        },
        "name": {
          "$ref": "#/$defs/id",
          "description": "The role's name as the API spells it."
        }
      }
    },
    "redoxClient": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "id",
        "keyId"
      ],
      "properties": {
        "id": {
          "$ref": "#/$defs/id",
          "description": "The client id."
        },
        "keyId": {
          "$ref": "#/$defs/id",
          "description": "The key's id, the `kid` of assertions."
        },
        "actsAs": {
          "$ref": "#/$defs/id",
          "description": "The id of the user whose key it is; without one it may do everything."
        },
        "privateKey": {
          "type": "object",
          "required": [
            "kty",
            "n",
            "e",
            "d"
          ],
          "properties": {
            "kty": {
              "const": "RSA",
              "description": "The kind of key."
            }
          },
          "description": "A private RSA key as JWK; a new one is made at each start if it is left out."
        }
      }
    },
    "redoxToken": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "variable"
      ],
      "properties": {
        "variable": {
          "$ref": "#/$defs/variable"
        },
        "token": {
          "$ref": "#/$defs/secret"
        },
        "actsAs": {
          "$ref": "#/$defs/id",
          "description": "The id of the user whose token it is; without one it may do everything."
        },
        "organizations": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/id"
          },
          "description": "The organizations it reaches; all if left out."
        }
      }
    },
    "organization": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "id",
        "name",
        "members",
        "environments"
      ],
      "properties": {
        "id": {
          "$ref": "#/$defs/id",
          "description": "The organization's id."
        },
        "name": {
          "type": "string",
          "description": "The organization's name."
        },
        "members": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/member"
          },
          "description": "The users of the organization, each with one role."
        },
        "environments": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/environment"
          },
          "description": "The environments of the organization."
        }
      }
    },
    "member": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "id",
        "name",
        "email",
        "role"
      ],
      "properties": {
        "id": {
          "$ref": "#/$defs/id",
          "description": "The user's id."
        },
        "name": {
          "$ref": "#/$defs/id",
          "description": "The user's full name."
        },
        "email": {
          "$ref": "#/$defs/id",
          "description": "The user's e-mail."
        },
        "role": {
          "$ref": "#/$defs/id",
          "description": "The name of the user's role in the organization."
        },
        "lastLogin": {
          "type": "string",
          "description": "When the user last logged in, ISO 8601; never if left out."
        },
        "verified2fa": {
          "type": "boolean",
          "description": "Whether the user has two-factor authentication; false if left out."
        }
      }
    },
    "environment": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "id",
        "name",
        "flag",
        "roles"
      ],
      "properties": {
        "id": {
          "$ref": "#/$defs/id",
          "description": "The environment's id."
        },
        "name": {
          "type": "string",
          "description": "The environment's name."
        },
        "flag": {
          "type": "string",
          "enum": [
            "Production",
            "Staging",
            "Development"
          ],
          "description": "The kind of environment."
        },
        "roles": {
          "type": "object",
          "additionalProperties": {
            "type": "array",
            "items": {
              "$ref": "#/$defs/id"
            }
          },
          "description": "Role name -> the e-mails or ids of the members who hold it; nobody holds two."
        }
      }
    },
    "aion": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "accounts"
      ],
      "properties": {
        "tokens": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/aionToken"
          },
          "description": "Bearer tokens, and keys sent in a header of their own."
        },
        "clients": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/aionClient"
          },
          "description": "OAuth 2.0 clients of the client-credentials grant; the first is announced as AION_CLIENT_ID and AION_CLIENT_SECRET, the second with _2 behind each name, and so on."
        },
        "accounts": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/account"
          },
          "description": "The accounts."
        }
      }
    },
    "aionToken": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "variable"
      ],
      "properties": {
        "variable": {
          "$ref": "#/$defs/variable"
        },
        "token": {
          "$ref": "#/$defs/secret"
        },
        "header": {
          "type": "string",
          "pattern": "^[A-Za-z0-9-]+$",
          "description": "The header that carries it, such as X-API-Key; `Authorization: Bearer` if left out."
        },
        "accounts": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/id"
          },
          "description": "The accounts it reaches; all if left out."
        }
      }
    },
    "aionClient": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "id"
      ],
      "properties": {
        "id": {
          "$ref": "#/$defs/id",
          "description": "The client id."
        },
        "secret": {
          "type": "string",
          "minLength": 1,
          "description": "The client secret; a new one is made at each start if it is left out."
        },
        "audience": {
          "type": "string",
          "description": "The audience that token requests must name; none if left out."
        },
        "accounts": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/id"
          },
          "description": "The accounts its tokens reach; all if left out."
        }
      }
    },
    "account": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "id",
        "projects",
        "users",
        "groups",
        "customRoles",
        "assignments"
      ],
      "properties": {
        "id": {
          "$ref": "#/$defs/id",
          "description": "The account's id."
        },
        "projects": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/id"
          },
          "description": "The ids of its projects."
        },
        "users": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/aionUser"
          },
          "description": "The users it lists."
        },
        "groups": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/group"
          },
          "description": "Its IAM groups."
        },
        "customRoles": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/customRole"
          },
          "description": "Its roles besides account_admin, team_member, project_admin and project_reader."
        },
        "assignments": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/assignment"
          },
          "description": "Who holds which role."
        }
      }
    },
    "aionUser": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "id",
        "email",
        "name"
      ],
      "properties": {
        "id": {
          "$ref": "#/$defs/id",
          "description": "The user's id."
        },
        "email": {
          "type": "string",
          "description": "The user's e-mail."
        },
        "name": {
          "type": "string",
          "description": "The user's name."
        },
        "status": {
          "type": "string",
          "enum": [
            "ACTIVE",
            "INACTIVE",
            "INVITED"
          ],
          "description": "The user's status; ACTIVE if left out."
        }
      }
    },
    "group": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "id",
        "members"
      ],
      "properties": {
        "id": {
          "$ref": "#/$defs/id",
          "description": "The group's id."
        },
        "members": {
          "type": "array",
          "items": {
            "$ref": "#/$defs/id"
          },
          "description": "The ids of its users."
        }
      }
    },
    "customRole": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "id",
        "name",
        "scope"
      ],
      "properties": {
        "id": {
          "type": "string",
          "minLength": 1,
          "maxLength": 50,
          "description": "The role's id."
        },
        "name": {
          "type": "string",
          "description": "The role's name."
        },
        "scope": {
          "type": "string",
          "enum": [
            "ACCOUNT",
            "PROJECT",
            "RESOURCE"
          ],
          "description": "Where it is assigned; RESOURCE roles cannot be assigned through the API."
        },
        "status": {
          "type": "string",
          "enum": [
            "ACTIVE",
            "INACTIVE"
          ],
          "description": "ACTIVE if left out."
        },
        "project": {
          "$ref": "#/$defs/id",
          "description": "The one project that a PROJECT role belongs to."
        },
        "description": {
          "type": "string",
          "description": "What the role is for."
        }
      }
    },
    "assignment": {
      "type": "object",
      "additionalProperties": false,
      "required": [
        "role"
      ],
      "oneOf": [
        {
          "required": [
            "user"
          ]
        },
        {
          "required": [
            "group"
          ]
        }
      ],
      "properties": {
        "user": {
          "$ref": "#/$defs/id",
          "description": "The id of the user who holds the role."
        },
        "group": {
          "$ref": "#/$defs/id",
          "description": "The id of the IAM group that holds the role."
        },
        "role": {
          "$ref": "#/$defs/id",
          "description": "The role's id."
        },
        "project": {
          "$ref": "#/$defs/id",
          "description": "The project, for a role of PROJECT scope."
        },
        "status": {
          "type": "string",
          "enum": [
            "ACTIVE",
            "INACTIVE"
          ],
          "description": "ACTIVE if left out."
        }
      }
    }
  }
};
