/** What people here choose first; beyond it the breach check knows hundreds of millions. Compared in lower case, without what is no letter or digit. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `1234567890 12345678910 123456789a 0123456789 9876543210 0987654321 1q2w3e4r5t 1q2w3e4r5t6y qwertyuiop qwerty1234 qwerty12345
   qwerty123456 asdfghjkl1 zxcvbnm123 password12 password123 password1234 passw0rd123 senha12345 senha123456 senha1234567 minhasenha
   minhasenha123 mudar12345 trocar1234 administrador administrator admin12345 admin123456 adminadmin atendimento atendimento123 atendente123
   bemvindo123 bemvindo2024 bemvindo2025 bemvindo2026 welcome123 welcome1234 brasil12345 brasil2024 brasil2025 brasil2026 flamengo123
   corinthians corinthians123 palmeiras123 saopaulo123 vascodagama jesuscristo jesuscristo1 deusefiel123 deusefiel1 euteamo123 euteamovoce
   iloveyou123 teamomucho contrasena123 contrasena1234 letmein1234 abcdefghij abcdefghijk abcd123456 abc1234567 abc12345678 aaaaaaaaaa
   1111111111 0000000000 1231231231 1212121212 123123123123 112233445566 whatsapp123 whatsapp1234 balcao1234 balcao12345 balcao123456
   superman123 princesa123 familia123 felicidade felicidade1 football123 monkey12345 dragon12345 sunshine123 trustno1234 changeme123 secret12345`
    .trim()
    .split(/\s+/),
);
