extension SignInTexts {
    static let portuguese = SignInTexts(
        title: "Iniciar sessão",
        operatorToken: "Token do administrador",
        operatorTokenHint: "O servidor mostrou-o quando foi iniciado pela primeira vez.",
        wrongToken: "Este não é o token do administrador.",
        usedLink: "Esta ligação já foi usada ou expirou. Inicie sessão com o token, ou peça uma nova ligação.",
        cookieMissing: "A página esteve aberta demasiado tempo, ou o navegador recusa cookies. Tente de novo."
    )
}
